import type { Invoice } from '../../../../contract/invoices';
import type { BootData } from '../../../../shared/boot';

export type ActionId = 'resend' | 'mark-paid' | 'copy-link' | 'duplicate' | 'void' | 'delete';

type Rule = ( invoice: Invoice, can: BootData[ 'can' ] ) => boolean;

/** When each action makes sense. The server decides; this only keeps dead buttons off the screen. */
const rules: Record< ActionId, Rule > = {
	resend: ( { status, recipients }, can ) => can.bill && status === 'issued' && recipients.length > 0,
	'mark-paid': ( { status, totals }, can ) => can.bill && status === 'issued' && totals.due.amount > 0,
	'copy-link': ( { portal_url: url } ) => url !== null,
	duplicate: ( _invoice, can ) => can.bill,
	void: ( { status, payments, totals }, can ) =>
		can.bill &&
		status === 'issued' &&
		totals.total.amount > 0 &&
		payments.every( ( { state } ) => state === 'failed' || state === 'cancelled' || state === 'intended' ),
	delete: ( { status }, can ) => can.bill && status === 'draft',
};

export function available( invoice: Invoice, can: BootData[ 'can' ] ): ActionId[] {
	return ( Object.keys( rules ) as ActionId[] ).filter( ( id ) => rules[ id ]( invoice, can ) );
}
