import { __, sprintf } from '@wordpress/i18n';
import type { Money } from '../../contract/common';
import type { Invoice, InvoiceRow } from '../../contract/invoices';
import { formatMoney } from '../../shared/money';

/** What an action knows of an invoice: the whole of it on its own screen, a row of it in a list. */
export type AnyInvoice = Invoice | InvoiceRow;

export const isWhole = ( invoice: AnyInvoice ): invoice is Invoice => 'totals' in invoice;

export const dueOf = ( invoice: AnyInvoice ): Money => ( isWhole( invoice ) ? invoice.totals.due : invoice.due );

export const totalOf = ( invoice: AnyInvoice ): Money => ( isWhole( invoice ) ? invoice.totals.total : invoice.total );

/** It has a number, and is neither void nor withdrawn. */
export const isIssued = ( { state }: AnyInvoice ): boolean => ! [ 'draft', 'void', 'withdrawn' ].includes( state );

export const isProForma = ( { kind }: AnyInvoice ): boolean => kind === 'pro_forma';

/** "INV-0012, Brauhaus Feld, €1,176.91" */
export const nameOf = ( invoice: AnyInvoice ): string =>
	sprintf(
		/* translators: 1: number of an invoice, or "Draft", 2: name of a client, 3: amount */
		__( '%1$s, %2$s, %3$s', 'counterfoil' ),
		invoice.number ?? __( 'Draft', 'counterfoil' ),
		invoice.client.name,
		formatMoney( totalOf( invoice ) )
	);
