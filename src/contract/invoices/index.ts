import { actionOperations } from './actions';
import { attachmentOperations } from './attachments';
import { creditNoteOperations } from './credit-notes';
import { detailOperations } from './invoice';
import { invoicingOperations } from './invoicing';
import { listOperations } from './list';
import { previewOperations } from './preview';
import { purchaseOperations } from './purchases';
import { recordOperations } from './record';

export { type Attachment, fileType, MAX_FILE_BYTES, MAX_FILES } from './attachments';
export {
	type CreditExtent,
	type CreditNote,
	creditNoteFilters,
	type CreditNoteRow,
	creditNoteSorting,
	type CreditPreview,
	creditInput,
} from './credit-notes';
export { type Invoice, type InvoiceInput, invoiceInput } from './invoice';
export { type Invoicing, invoicing, type StoredInvoicing } from './invoicing';
export {
	type AppliedCoupon,
	type Discount,
	type LineInput,
	type Tax,
	type TaxCategory,
	taxCategory,
	taxInput,
} from './lines';
export {
	invoiceFilters,
	type InvoiceRow,
	invoiceRow,
	type InvoiceSelection,
	invoiceSelection,
	invoiceSorting,
} from './list';
export { type Preview, previewInput } from './preview';
export type { Purchase } from './purchases';
export { noteInput } from './record';
export { type DocumentKind, documentKind, type InvoiceState, invoiceState } from './state';
export type { InvoiceTotals } from './totals';

/** Every request about invoices, in the order the API's description has them. */
export const invoiceOperations = [
	...listOperations,
	...purchaseOperations,
	...previewOperations,
	...creditNoteOperations,
	...detailOperations,
	...actionOperations,
	...attachmentOperations,
	...recordOperations,
	...invoicingOperations,
] as const;
