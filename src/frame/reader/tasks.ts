import type { FormFilter } from '../../core/form-filter';
import { sift } from '../../core/sift';
import { codeAround, containerOf, isSkipped, NEVER_READ } from '../../page/elements';
import { passOver } from '../../page/pass-over';
import { bodyElement, contains, elementsAt, isAttached, matches, page } from '../../platform/dom';
import { type Block, BlockWalk } from './blocks';
import type { PageMentions } from './mentions';
import { TextScan } from './text-scan';

/** A piece of work that may take several slices. */
export interface Task {
  /**
   * Goes on, at least a little.
   * @param isOver asked now and then whether to stop
   * @returns whether it is finished
   */
  advance(isOver: () => boolean): boolean;
  /** To be called when it will go on only after the page has had a chance to change. */
  pause(): void;
}

/** A walk that the page has broken so often is done without a pause. */
const MAX_RESTARTS = 4;
const never = () => false;

/** A walk under a root, done anew where the page breaks it. */
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
    this.#walk ??= this.begin(this.#restarts === 0);
    return !this.#walk || this.goOn(this.#walk, this.#restarts < MAX_RESTARTS ? isOver : never);
  }

  pause(): void {
    this.#walk?.pause();
  }

  /** @returns nothing where there is nothing to read */
  protected abstract begin(isFirst: boolean): W | undefined;
  protected abstract goOn(walk: W, isOver: () => boolean): boolean;
}

/** What a scan of text tells of, and what it goes by. */
export interface ScanPorts {
  readonly filter: FormFilter;
  /** A container whose own text may hold a form. */
  onContainer(container: Node): void;
  /** A code sample that is passed over, and whose text may hold a form. */
  onCode(sample: Element): void;
}

/** Takes the text under a root, and finds the containers of what may hold a form. */
export class ScanTask extends WalkTask<TextScan> {
  readonly #ports: ScanPorts;
  readonly #named = new Set<Node>();

  constructor(root: Node, ports: ScanPorts) {
    super(root);
    this.#ports = ports;
  }

  protected begin(isFirst: boolean): TextScan | undefined {
    if (!isAttached(this.root) || isSkipped(this.root)) return undefined;
    this.#named.clear();
    return new TextScan(this.root, isFirst ? passOver(() => nodeInView(this.root)) : undefined);
  }

  protected goOn(scan: TextScan, isOver: () => boolean): boolean {
    do {
      const passage = scan.next();
      if (!passage) return true;
      const { text, nodes } = passage;
      for (const piece of sift(text, this.#ports.filter))
        passOver(() => this.#nameAround(nodes[piece] as Text));
    } while (!isOver());
    return false;
  }

  #nameAround(node: Text): void {
    const sample = codeAround(node);
    if (sample && !this.#named.has(sample)) {
      this.#named.add(sample);
      this.#ports.onCode(sample);
    }
    const container = containerOf(node);
    // What an inline root adds to the run around it is a change of that run, and read with it.
    if (this.#named.has(container) || !contains(this.root, container)) return;
    this.#named.add(container);
    this.#ports.onContainer(container);
  }
}

/** Reads a container's own runs of text: anew, what was read before stays until then, as far as it is still there. */
export class RunsTask extends WalkTask<BlockWalk> {
  readonly #mentions: PageMentions;
  /** Nothing waits for the end where nothing was known. */
  readonly #isFirst: boolean;
  #blocks: Block[] = [];

  constructor(container: Node, mentions: PageMentions) {
    super(container);
    this.#mentions = mentions;
    this.#isFirst = !mentions.has(container);
  }

  protected begin(): BlockWalk | undefined {
    this.#blocks = [];
    const isRead = isAttached(this.root) && !isSkipped(this.root);
    if (this.#isFirst || !isRead) this.#mentions.drop(this.root);
    return isRead ? new BlockWalk(this.root, 'own') : undefined;
  }

  protected goOn(walk: BlockWalk, isOver: () => boolean): boolean {
    do {
      const block = passOver(() => walk.next());
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

/** Finds out whether a code sample, which is passed over, holds terms; of a page's samples until one does. */
export class SampleTask extends WalkTask<BlockWalk> {
  readonly #mentions: PageMentions;
  readonly #sample: Element;

  constructor(sample: Element, mentions: PageMentions) {
    super(sample);
    this.#sample = sample;
    this.#mentions = mentions;
  }

  protected begin(): BlockWalk | undefined {
    const isKnown = this.#mentions.hasUnreadCode;
    if (isKnown || !isAttached(this.root) || codeAround(this.root) !== this.#sample) return undefined;
    return new BlockWalk(this.root, 'subtree', (element) => matches(element, NEVER_READ));
  }

  protected goOn(walk: BlockWalk, isOver: () => boolean): boolean {
    do {
      const block = walk.next();
      if (!block) return true;
      this.#mentions.addUnreadCode(this.#sample, block);
    } while (!isOver());
    return false;
  }
}

/** Where the reader is, in a page that is not at its top. */
function nodeInView(root: Node): Node | undefined {
  if (root !== bodyElement() || scrollY === 0) return undefined;
  const [element] = elementsAt(page, innerWidth / 2, 0);
  return element && contains(root, element) ? element : undefined;
}
