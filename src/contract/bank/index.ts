import { bankEntryOperations } from './entries';
import { bankImportOperations } from './imports';
import { bankMappingOperations } from './mappings';
import { bankSettingsOperations } from './settings';

export { bankEntry, bankMatch, bankProposal, bankResult } from './entries';
export type { BankEntry, BankMatch, BankProposal } from './entries';
export { bankImport, bankUpload, MAX_STATEMENT_BYTES, MAX_STATEMENT_LINES } from './imports';
export type { BankImport, BankUpload } from './imports';
export { csvMapping, csvQuestion, savedMapping } from './mappings';
export type { CsvMapping, CsvQuestion, SavedMapping } from './mappings';
export { bankSettings } from './settings';
export type { BankSettings } from './settings';

/** Bank statements: import, review, and the payments that are recorded for their lines. */
export const bankOperations = [
	...bankImportOperations,
	...bankEntryOperations,
	...bankMappingOperations,
	...bankSettingsOperations,
] as const;
