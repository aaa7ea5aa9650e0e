import * as costCodes from './costCodes';
import * as documentCodes from './documentCodes';
import { searchDocumentFields } from './documentFields';
import * as masterData from './masterDataSearch';

/** What the pickers of the editor list: records of B1, and fields and codes of the document at hand. */
export const listSearch = { ...masterData, ...documentCodes, ...costCodes, searchDocumentFields };
