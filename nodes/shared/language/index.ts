/** The texts that finance people and travellers read, in English, German, French and Spanish. Pure. */
export { filled, inLanguage, LANGUAGES, wordsOf, type Language } from './languages';
export type { Words } from './words';
