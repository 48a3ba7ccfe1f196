import type { MessageKey } from '../../platform/text';

/** The fields of a manifest that list permissions. */
export interface ManifestPermissions {
  readonly permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly optional_host_permissions?: readonly string[];
}

/** One permission of the manifest. */
export interface Permission {
  /** The name in the manifest. */
  readonly name: string;
  readonly isHost: boolean;
  /** Messages with its title and the reason for it. */
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
 * Lists the permissions of a manifest, hosts first. One without a known reason gets a message that says so.
 * @param manifest the extension's manifest
 */
export function listPermissions(manifest: ManifestPermissions): Permission[] {
  const listed = (names: readonly string[] = [], isHost: boolean) =>
    names.map((name): Permission => {
      const [title, reason] = (Object.hasOwn(REASONS, name) && REASONS[name]) || [
        'permission_unknown' as const,
        'permission_unknown_reason' as const,
      ];
      return { name, isHost, title, reason };
    });
  return [
    ...listed(manifest.host_permissions, true),
    ...listed(manifest.optional_host_permissions, true),
    ...listed(manifest.permissions, false),
    ...listed(manifest.optional_permissions, false),
  ];
}
