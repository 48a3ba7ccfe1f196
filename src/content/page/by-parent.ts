import { parentOf, rootOf } from '../../platform/dom';
import type { PageMention, StoredBlock } from './mentions';

/** Mentions by the elements that their text stands directly in; text directly in a shadow root is its host's. */
export function groupByParent(blocks: Iterable<StoredBlock>): Map<Node, PageMention[]> {
  const byParent = new Map<Node, PageMention[]>();
  const put = (parent: Node | null, mention: PageMention) => {
    const element = parent instanceof ShadowRoot ? parent.host : parent;
    const held = element && byParent.get(element);
    if (held?.at(-1) === mention) return;
    if (held) held.push(mention);
    else if (element) byParent.set(element, [mention]);
  };
  for (const { block, mentions } of blocks)
    for (const mention of mentions) {
      const { startContainer, endContainer } = mention.range;
      put(parentOf(startContainer), mention);
      if (startContainer === endContainer) continue;
      const from = block.nodes.indexOf(startContainer as Text) + 1;
      for (const node of block.nodes.slice(from, block.nodes.indexOf(endContainer as Text) + 1))
        put(parentOf(node), mention);
    }
  return byParent;
}

/** The shadow roots around nodes, by their hosts. */
export function rootsAround(nodes: Iterable<Node>): Map<Element, ShadowRoot> {
  const roots = new Map<Element, ShadowRoot>();
  for (const node of nodes)
    for (let root = rootOf(node); root instanceof ShadowRoot && !roots.has(root.host); ) {
      roots.set(root.host, root);
      root = rootOf(root.host);
    }
  return roots;
}
