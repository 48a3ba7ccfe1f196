import type { MentionPlaces, PageMention } from '../../page/mention';
import { compareInPage } from '../../page/order';
import { parentOf, rootOf } from '../../platform/dom';
import type { Block } from './blocks';
import type { StoredBlock } from './stored-block';

/** Looks up mentions by node. Valid until mentions come or go; each table is built when it is first needed. */
export class MentionIndex implements MentionPlaces {
  readonly #blocks: Iterable<StoredBlock>;
  #byParent: ReadonlyMap<Node, readonly PageMention[]> | undefined;
  #roots: ReadonlyMap<Element, ShadowRoot> | undefined;
  #byNode: ReadonlyMap<Node, readonly StoredBlock[]> | undefined;
  #inOrder: readonly PageMention[] | undefined;

  /** @param blocks those with mentions */
  constructor(blocks: Iterable<StoredBlock>) {
    this.#blocks = blocks;
  }

  /** In reading order, through shadow roots too. */
  get inOrder(): readonly PageMention[] {
    this.#inOrder ??= [...this.#blocks]
      .flatMap(({ mentions }) => mentions)
      .sort((a, b) => compareInPage(a.range, b.range));
    return this.#inOrder;
  }

  /** By the parent elements of their text. */
  get byParent(): ReadonlyMap<Node, readonly PageMention[]> {
    this.#byParent ??= groupByParent(this.#blocks);
    return this.#byParent;
  }

  /** The shadow root of an element, if it or a root inside it has mentions. */
  rootIn(host: Element): ShadowRoot | undefined {
    this.#roots ??= rootsAround(this.byParent.keys());
    return this.#roots.get(host);
  }

  /** The mention at a caret position, its two ends included. */
  at(node: Node, offset: number): PageMention | undefined {
    const stored = this.blockAt(node, offset);
    if (!stored) return undefined;
    const at = offsetIn(stored.block, node, offset);
    return stored.mentions.find((mention) => mention.start <= at && at <= mention.end);
  }

  /** The block that an offset in a text node belongs to. */
  blockAt(node: Node, offset: number): StoredBlock | undefined {
    this.#byNode ??= groupByNode(this.#blocks);
    const blocks = this.#byNode.get(node) ?? [];
    // A long text is in many blocks: the first that does not end before the offset.
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const { block } = blocks[middle] as StoredBlock;
      if (offsetIn(block, node, offset) > block.text.length) low = middle + 1;
      else high = middle;
    }
    const stored = blocks[low];
    return stored && offsetIn(stored.block, node, offset) >= 0 ? stored : undefined;
  }
}

/** Blocks by the text nodes that they are made of, in order. */
function groupByNode(blocks: Iterable<StoredBlock>): Map<Node, StoredBlock[]> {
  const byNode = new Map<Node, StoredBlock[]>();
  for (const stored of blocks)
    for (const part of stored.block.nodes) {
      const others = byNode.get(part);
      if (others) others.push(stored);
      else byNode.set(part, [stored]);
    }
  return byNode;
}

/** The offset in a block's text of an offset in one of its text nodes; -1 if the node is not one of them. */
function offsetIn({ nodes, starts }: Block, node: Node, offset: number): number {
  const index = nodes.indexOf(node as Text);
  return index === -1 ? -1 : (starts[index] ?? 0) + offset;
}

/** Mentions by the parent elements of their text; for text directly in a shadow root, its host. */
function groupByParent(blocks: Iterable<StoredBlock>): Map<Node, PageMention[]> {
  const byParent = new Map<Node, PageMention[]>();
  const add = (parent: Node | null, mention: PageMention) => {
    const element = parent instanceof ShadowRoot ? parent.host : parent;
    const known = element && byParent.get(element);
    if (known?.at(-1) === mention) return;
    if (known) known.push(mention);
    else if (element) byParent.set(element, [mention]);
  };
  for (const { block, mentions } of blocks)
    for (const mention of mentions) {
      const { startContainer, endContainer } = mention.range;
      add(parentOf(startContainer), mention);
      if (startContainer === endContainer) continue;
      const from = block.nodes.indexOf(startContainer as Text) + 1;
      for (const node of block.nodes.slice(from, block.nodes.indexOf(endContainer as Text) + 1))
        add(parentOf(node), mention);
    }
  return byParent;
}

/** The shadow roots around nodes, by their hosts. */
function rootsAround(nodes: Iterable<Node>): Map<Element, ShadowRoot> {
  const roots = new Map<Element, ShadowRoot>();
  for (const node of nodes)
    for (let root = rootOf(node); root instanceof ShadowRoot && !roots.has(root.host); ) {
      roots.set(root.host, root);
      root = rootOf(root.host);
    }
  return roots;
}
