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
] );
export type InvoiceState = z.infer< typeof invoiceState >;
export const invoiceStatus = z.enum( [ 'draft', 'issued', 'void' ] );
export const settlement = z.enum( [ 'unpaid', 'part_paid', 'paid', 'refunded', 'credited' ] );
