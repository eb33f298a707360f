import { z } from 'zod';

/** What people see. Made from status, settlement and the clock; never stored. */
export const invoiceState = z.enum( [
	'draft',
	'due',
	'overdue',
	'part_paid',
	'paid',
	'refunded',
	'credited',
	'void',
	/** A pro-forma that was paid: its money is on the invoice that it made. */
	'invoiced',
	/** A pro-forma that is not to be paid any more. */
	'withdrawn',
] );
export type InvoiceState = z.infer< typeof invoiceState >;
export const invoiceStatus = z.enum( [ 'draft', 'issued', 'void', 'withdrawn' ] );
export const settlement = z.enum( [ 'unpaid', 'part_paid', 'paid', 'refunded', 'credited', 'invoiced' ] );
/** What clients are billed with: an invoice, or a pro-forma that becomes one when it is paid. */
export const documentKind = z.enum( [ 'invoice', 'pro_forma' ] );
export type DocumentKind = z.infer< typeof documentKind >;
