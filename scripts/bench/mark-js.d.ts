declare module 'mark.js' {
  /** The part of mark.js that is measured: https://markjs.io */
  export default class Mark {
    constructor(context: Element);
    mark(
      terms: string[],
      options: { accuracy: 'exactly' | 'partially' | 'complementary'; separateWordSearch: boolean },
    ): void;
  }
}
