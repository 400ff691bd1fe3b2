export { ENGLISH as chat } from '../../../chat/words.ts';
