/** The browsers that are built for: the oldest that the manifests let in. */
export const TARGET = ['chrome140', 'firefox150'];
