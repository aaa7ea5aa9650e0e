import type { Catalogue } from '../catalogue';
import { findings } from './findings';
import { todos } from './todos';
import { words } from './words';

export const catalogue: Catalogue = { words, findings, todos };
