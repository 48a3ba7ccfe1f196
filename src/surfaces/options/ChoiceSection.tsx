import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t, uiLanguage } from '../../platform/text';
import { reasonOf } from '../../protocol/reason';
import { siteWords } from '../../settings/site-name';

/** One choice of the reader's, with the button that takes it back. */
export interface Choice {
  readonly id: string;
  readonly what: ComponentChildren;
  /** Where it holds; left out where it holds everywhere. */
  readonly site?: string;
  /** When it was made, in milliseconds since 1970; left out where that is not known. */
  readonly at?: number;
  /** What the button is called where it is not seen beside its row; starts with what it shows. */
  readonly label: string;
  /** Rejects where it failed, with a `Refusal` where there are words for it. */
  readonly takeBack: () => Promise<void>;
}

export interface ChoiceSectionProps {
  /** Where links on the page lead. */
  id: string;
  title: string;
  lead: string;
  /** What is said where there is no choice. */
  empty: ComponentChildren;
  /** What the buttons show. */
  action: string;
  choices: readonly Choice[];
}

/**
 * One kind of choices: what they do, and all that were made, or that there is none.
 * @param props words and choices
 * @returns a section; when a row goes, the focus goes to the next button, or to the title
 */
export function ChoiceSection({ id, title, lead, empty, action, choices }: ChoiceSectionProps) {
  const [problem, setProblem] = useState<{ id: string; words: string }>();
  const section = useRef<HTMLElement>(null);
  /** The place of the row whose button was pressed, and that row. */
  const pressed = useRef<{ place: number; id: string } | undefined>(undefined);
  const headingId = `${id}-title`;

  useEffect(() => {
    const { current } = pressed;
    if (!current || choices.some((choice) => choice.id === current.id)) return;
    pressed.current = undefined;
    const buttons = section.current?.querySelectorAll<HTMLElement>('li button');
    const next = buttons?.[Math.min(current.place, buttons.length - 1)];
    (next ?? section.current?.querySelector('h2'))?.focus();
  }, [choices]);

  const press = (choice: Choice, place: number) => {
    pressed.current = { place, id: choice.id };
    setProblem(undefined);
    choice.takeBack().catch((error: unknown) => {
      pressed.current = undefined;
      setProblem({
        id: choice.id,
        words: t('options_unchanged', reasonOf(error)),
      });
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
          {choices.map((choice, place) => (
            <li key={choice.id}>
              <div class="said">
                <p class="what">{choice.what}</p>
                <Details {...choice} />
              </div>
              <button
                type="button"
                class="button"
                aria-label={choice.label}
                onClick={() => press(choice, place)}
              >
                {action}
              </button>
              {problem?.id === choice.id && (
                <p class="problem" role="alert">
                  {problem.words}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const dayOf = (at: number) =>
  new Intl.DateTimeFormat(uiLanguage(), { day: 'numeric', month: 'long', year: 'numeric' }).format(at);

function Details({ site, at = 0 }: Choice) {
  if (site === undefined && at <= 0) return null;
  return (
    <p class="details">
      {site !== undefined && <bdi>{siteWords(site)}</bdi>}
      {at > 0 && <time dateTime={new Date(at).toISOString()}>{dayOf(at)}</time>}
    </p>
  );
}
