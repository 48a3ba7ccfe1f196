import { comparePosition, rootOf } from '../platform/dom';

/**
 * Compares two ranges by their start in composed tree order: a shadow root's content is at its host's position.
 * @returns negative if the first starts before the second
 */
export function compareInPage(a: AbstractRange, b: AbstractRange): number {
  if (a.startContainer === b.startContainer) return a.startOffset - b.startOffset;
  const pathOfA = hostPath(a.startContainer);
  const pathOfB = hostPath(b.startContainer);
  for (let depth = 0; ; depth++) {
    const nodeOfA = pathOfA[depth];
    const nodeOfB = pathOfB[depth];
    // One is in the other's shadow tree.
    if (!nodeOfA || !nodeOfB) return pathOfA.length - pathOfB.length;
    if (nodeOfA === nodeOfB) continue;
    return comparePosition(nodeOfA, nodeOfB) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  }
}

/** The node's shadow hosts from the outermost in, then the node itself. */
function hostPath(node: Node): Node[] {
  const path = [node];
  for (let root = rootOf(node); root instanceof ShadowRoot; root = rootOf(root.host)) path.unshift(root.host);
  return path;
}
