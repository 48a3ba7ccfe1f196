import type { MessageKey } from '../../platform/text';

/** The part of a manifest that tells what an extension may do. */
export interface ManifestPermissions {
  readonly permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly optional_host_permissions?: readonly string[];
}

/** One permission of the manifest. */
export interface Permission {
  /** As the manifest has it. */
  readonly name: string;
  readonly isHost: boolean;
  /** What it is for: a few words, and a reason. */
  readonly title: MessageKey;
  readonly reason: MessageKey;
}

const REASONS: Readonly<Record<string, readonly [title: MessageKey, reason: MessageKey]>> = {
  '<all_urls>': ['permission_pages', 'permission_pages_reason'],
  activeTab: ['permission_tab', 'permission_tab_reason'],
  scripting: ['permission_scripting', 'permission_scripting_reason'],
  storage: ['permission_storage', 'permission_storage_reason'],
  sidePanel: ['permission_panel', 'permission_panel_reason'],
};

/**
 * Every permission that a manifest names, sites first, each with its reason. One without a reason here says so.
 * @param rights the manifest
 */
export function listPermissions(rights: ManifestPermissions): Permission[] {
  const listed = (names: readonly string[] = [], isHost: boolean) =>
    names.map((name): Permission => {
      const [title, reason] = (Object.hasOwn(REASONS, name) && REASONS[name]) || [
        'permission_unknown' as const,
        'permission_unknown_reason' as const,
      ];
      return { name, isHost, title, reason };
    });
  return [
    ...listed(rights.host_permissions, true),
    ...listed(rights.optional_host_permissions, true),
    ...listed(rights.permissions, false),
    ...listed(rights.optional_permissions, false),
  ];
}
