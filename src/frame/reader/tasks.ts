import type { FormFilter } from '../../core/form-filter';
import { piecesWithForms } from '../../core/pieces-with-forms';
import { attempt } from '../../page/attempt';
import { codeAround, containerOf, isSkipped, NEVER_READ } from '../../page/elements';
import { bodyElement, contains, elementsAt, isAttached, matches, page } from '../../platform/dom';
import { type Block, BlockWalk } from './blocks';
import type { PageMentions } from './mentions';
import { TextScan } from './text-scan';

/** A piece of work that may take several slices. */
export interface Task {
  /**
   * Continues, and makes some progress.
   * @param isOver called now and then: whether to stop
   * @returns whether it is finished
   */
  advance(isOver: () => boolean): boolean;
  /** To be called before the page has a chance to change. */
  pause(): void;
}

/** After this many restarts a walk is done in one go. */
const MAX_RESTARTS = 4;
const never = () => false;

/** A task that walks a subtree, and starts again if the page has changed where the walk paused. */
abstract class WalkTask<W extends { readonly isBroken: boolean; pause(): void }> implements Task {
  protected readonly root: Node;
  #walk: W | undefined;
  #restarts = 0;

  constructor(root: Node) {
    this.root = root;
  }

  advance(isOver: () => boolean): boolean {
    if (this.#walk?.isBroken) {
      this.#walk = undefined;
      this.#restarts++;
    }
    this.#walk ??= this.createWalk(this.#restarts === 0);
    return !this.#walk || this.advanceWalk(this.#walk, this.#restarts < MAX_RESTARTS ? isOver : never);
  }

  pause(): void {
    this.#walk?.pause();
  }

  /** @returns undefined if there is nothing to read */
  protected abstract createWalk(isFirst: boolean): W | undefined;
  protected abstract advanceWalk(walk: W, isOver: () => boolean): boolean;
}

/** What a scan of text needs, and its callbacks. */
export interface ScanPorts {
  readonly filter: FormFilter;
  /** Called once for each container whose own text may hold a form. */
  onContainer(container: Node): void;
  /** Called once for each skipped code sample whose text may hold a form. */
  onCode(sample: Element): void;
}

/** Scans the text of a subtree for containers that may hold a form. */
export class ScanTask extends WalkTask<TextScan> {
  readonly #ports: ScanPorts;
  readonly #reported = new Set<Node>();

  constructor(root: Node, ports: ScanPorts) {
    super(root);
    this.#ports = ports;
  }

  protected createWalk(isFirst: boolean): TextScan | undefined {
    if (!isAttached(this.root) || isSkipped(this.root)) return undefined;
    this.#reported.clear();
    return new TextScan(this.root, isFirst ? attempt(() => nodeInView(this.root)) : undefined);
  }

  protected advanceWalk(scan: TextScan, isOver: () => boolean): boolean {
    do {
      const passage = scan.next();
      if (!passage) return true;
      const { text, nodes } = passage;
      for (const piece of piecesWithForms(text, this.#ports.filter))
        attempt(() => this.#reportAround(nodes[piece] as Text));
    } while (!isOver());
    return false;
  }

  #reportAround(node: Text): void {
    const sample = codeAround(node);
    if (sample && !this.#reported.has(sample)) {
      this.#reported.add(sample);
      this.#ports.onCode(sample);
    }
    const container = containerOf(node);
    // An inline root changes the run around it, which is read for itself.
    if (this.#reported.has(container) || !contains(this.root, container)) return;
    this.#reported.add(container);
    this.#ports.onContainer(container);
  }
}

/** Reads a container's own runs of text. Its former blocks, if there are any, are replaced when all have been read. */
export class RunsTask extends WalkTask<BlockWalk> {
  readonly #mentions: PageMentions;
  /** Without former blocks, each new one is added at once. */
  readonly #isFirst: boolean;
  #blocks: Block[] = [];

  constructor(container: Node, mentions: PageMentions) {
    super(container);
    this.#mentions = mentions;
    this.#isFirst = !mentions.has(container);
  }

  protected createWalk(): BlockWalk | undefined {
    this.#blocks = [];
    const isRead = isAttached(this.root) && !isSkipped(this.root);
    if (this.#isFirst || !isRead) this.#mentions.drop(this.root);
    return isRead ? new BlockWalk(this.root, 'own') : undefined;
  }

  protected advanceWalk(walk: BlockWalk, isOver: () => boolean): boolean {
    do {
      const block = attempt(() => walk.next());
      if (!block) {
        if (!this.#isFirst) this.#mentions.replace(this.root, this.#blocks);
        return true;
      }
      if (this.#isFirst) this.#mentions.add(block);
      else this.#blocks.push(block);
    } while (!isOver());
    return false;
  }
}

/** Adds the blocks of a skipped code sample, to find out whether it holds terms; one such sample a page is enough. */
export class SampleTask extends WalkTask<BlockWalk> {
  readonly #mentions: PageMentions;
  readonly #sample: Element;

  constructor(sample: Element, mentions: PageMentions) {
    super(sample);
    this.#sample = sample;
    this.#mentions = mentions;
  }

  protected createWalk(): BlockWalk | undefined {
    const isKnown = this.#mentions.hasUnreadCode;
    if (isKnown || !isAttached(this.root) || codeAround(this.root) !== this.#sample) return undefined;
    return new BlockWalk(this.root, 'subtree', (element) => matches(element, NEVER_READ));
  }

  protected advanceWalk(walk: BlockWalk, isOver: () => boolean): boolean {
    do {
      const block = walk.next();
      if (!block) return true;
      this.#mentions.addUnreadCode(this.#sample, block);
    } while (!isOver());
    return false;
  }
}

/** The element at the top of the window, if the page is scrolled. */
function nodeInView(root: Node): Node | undefined {
  if (root !== bodyElement() || scrollY === 0) return undefined;
  const [element] = elementsAt(page, innerWidth / 2, 0);
  return element && contains(root, element) ? element : undefined;
}
