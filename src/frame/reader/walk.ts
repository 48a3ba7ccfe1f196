import { createWalker, parentOf } from '../../platform/dom';
/** A tree walker that may pause while the page changes. */
export class Walk {
  readonly walker: TreeWalker;
  /** The current node when the walk last paused, and its ancestors. */
  #path: Node[] = [];

  /** @param whatToShow as `NodeFilter` has it */
  constructor(root: Node, whatToShow: number) {
    this.walker = createWalker(root, whatToShow);
  }

  /** To be called before the page has a chance to change. */
  pause(): void {
    this.#path = [];
    for (let node: Node | null = this.walker.currentNode; node; node = parentOf(node)) this.#path.push(node);
  }

  /** Whether the page has moved or removed the current node since the pause: the walk must start again then. */
  get isBroken(): boolean {
    return this.#path.some((node, depth) => parentOf(node) !== (this.#path[depth + 1] ?? null));
  }
}
