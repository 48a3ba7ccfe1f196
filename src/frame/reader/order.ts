import { comparePosition, rootOf } from '../../platform/dom';
/**
 * Compares two ranges by where they start in the page as it is composed: a shadow root's content stands where its
 * host stands.
 */
export function compareInPage(a: AbstractRange, b: AbstractRange): number {
  if (a.startContainer === b.startContainer) return a.startOffset - b.startOffset;
  const pathOfA = hostPath(a.startContainer);
  const pathOfB = hostPath(b.startContainer);
  for (let depth = 0; ; depth++) {
    const nodeOfA = pathOfA[depth];
    const nodeOfB = pathOfB[depth];
    // One stands in the other's shadow tree.
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
