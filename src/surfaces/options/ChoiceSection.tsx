import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t, uiLanguage } from '../../platform/text';
import { reasonOf } from '../../protocol/reason';
import { siteLabel } from '../../settings/site-label';

/** One choice of the reader's, with the button that undoes it. */
export interface Choice {
  readonly id: string;
  readonly what: ComponentChildren;
  /** Where it holds; left out where it holds everywhere. */
  readonly site?: string;
  /** When it was made, in milliseconds since 1970; left out where that is not known. */
  readonly at?: number;
  /** Accessible name of the button; starts with its visible text. */
  readonly label: string;
  /** Rejects where it failed, with a `Refusal` where the reason is known. */
  readonly undo: () => Promise<void>;
}

export interface ChoiceSectionProps {
  /** Id of the section, for links. */
  id: string;
  title: string;
  lead: string;
  /** Shown where there is no choice. */
  empty: ComponentChildren;
  /** Visible text of the buttons. */
  action: string;
  choices: readonly Choice[];
}

/**
 * The choices of one kind, each with a button that undoes it.
 * @param props texts and choices
 * @returns a section; when a row goes, the focus moves to the next button, or to the title
 */
export function ChoiceSection({ id, title, lead, empty, action, choices }: ChoiceSectionProps) {
  const [problem, setProblem] = useState<{ id: string; message: string }>();
  const section = useRef<HTMLElement>(null);
  /** The row whose button was pressed. */
  const pressed = useRef<{ index: number; id: string } | undefined>(undefined);
  const headingId = `${id}-title`;

  useEffect(() => {
    const { current } = pressed;
    if (!current || choices.some((choice) => choice.id === current.id)) return;
    pressed.current = undefined;
    const buttons = section.current?.querySelectorAll<HTMLElement>('li button');
    const next = buttons?.[Math.min(current.index, buttons.length - 1)];
    (next ?? section.current?.querySelector('h2'))?.focus();
  }, [choices]);

  const press = (choice: Choice, index: number) => {
    pressed.current = { index, id: choice.id };
    setProblem(undefined);
    choice.undo().catch((error: unknown) => {
      pressed.current = undefined;
      setProblem({ id: choice.id, message: t('options_unchanged', reasonOf(error)) });
    });
  };
  return (
    <section ref={section} id={id} aria-labelledby={headingId}>
      <h2 id={headingId} tabIndex={-1}>
        {title}
      </h2>
      <p class="lead">{lead}</p>
      {choices.length === 0 ? (
        <p class="empty">{empty}</p>
      ) : (
        <ul>
          {choices.map((choice, index) => (
            <ChoiceRow
              key={choice.id}
              choice={choice}
              action={action}
              problem={problem?.id === choice.id ? problem.message : undefined}
              onPress={() => press(choice, index)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface ChoiceRowProps {
  choice: Choice;
  action: string;
  /** Why undoing it failed. */
  problem: string | undefined;
  onPress: () => void;
}

function ChoiceRow({ choice, action, problem, onPress }: ChoiceRowProps) {
  return (
    <li>
      <div class="said">
        <p class="what">{choice.what}</p>
        <Details {...choice} />
      </div>
      <button type="button" class="button" aria-label={choice.label} onClick={onPress}>
        {action}
      </button>
      {problem !== undefined && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}

const formatDay = (at: number) =>
  new Intl.DateTimeFormat(uiLanguage(), { day: 'numeric', month: 'long', year: 'numeric' }).format(at);

function Details({ site, at = 0 }: Choice) {
  if (site === undefined && at <= 0) return null;
  return (
    <p class="details">
      {site !== undefined && <bdi>{siteLabel(site)}</bdi>}
      {at > 0 && <time dateTime={new Date(at).toISOString()}>{formatDay(at)}</time>}
    </p>
  );
}
