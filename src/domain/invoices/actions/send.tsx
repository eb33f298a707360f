import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Invoice } from '../../../contract/invoices';
import type { ActionModalProps, ItemAction } from '../../../shared/actions/action';
import { ApiFailure, call } from '../../../shared/api';
import { boot } from '../../../shared/boot';
import { BulkDialog } from '../../../shared/bulk/bulk-dialog';
import { formatMoney } from '../../../shared/money';
import { perform } from '../../../shared/store';
import { type AnyInvoice, isWhole, nameOf, totalOf } from '../any-invoice';
import { useInvitation } from '../use-invitation';
import { Missing } from '../missing';
import { noLines, nobody } from '../words';

/** Why a draft would be refused; undefined when it would not. */
export function whyNotSent( { lines, recipients }: Pick< Invoice, 'lines' | 'recipients' > ): string | undefined {
	if ( lines.length === 0 ) {
		return noLines();
	}
	return recipients.length === 0 ? nobody() : undefined;
}

/** Numbers and mails drafts. Each is read first, and exactly what was read is sent. */
function SendDialog( { items, onClose }: ActionModalProps< AnyInvoice > ) {
	const [ read ] = useState( () => new Map< number, Invoice >() );
	const invitation = useInvitation();
	const only = items.length === 1 ? items[ 0 ] : undefined;
	const prepare = async ( { id }: AnyInvoice ) => {
		const invoice = await call( 'invoices.get', { params: { id } } );
		const reason = whyNotSent( invoice );
		if ( reason !== undefined ) {
			throw new ApiFailure( reason, 'not_sendable', 0, {} );
		}
		read.set( id, invoice );
		invitation.meet( invoice );
		/* translators: %s: e-mail addresses */
		return sprintf( __( 'to %s', 'counterfoil' ), [ ...invoice.recipients, ...invoice.copies ].join( ', ' ) );
	};
	return (
		<BulkDialog
			title={ only ? __( 'Send this invoice?', 'counterfoil' ) : __( 'Send invoices', 'counterfoil' ) }
			text={ __(
				'Each invoice gets the next number and is emailed with its PDF. Sent invoices can’t be edited.',
				'counterfoil'
			) }
			choice={
				<>
					<Missing />
					{ invitation.choice }
				</>
			}
			items={ items }
			nameOf={ nameOf }
			button={ ( count ) =>
				only
					? /* translators: %s: amount of money */
						sprintf( __( 'Send %s', 'counterfoil' ), formatMoney( totalOf( only ) ) )
					: /* translators: %d: number of invoices */
						sprintf( _n( 'Send %d invoice', 'Send %d invoices', count, 'counterfoil' ), count )
			}
			prepare={ prepare }
			work={ async ( { id }, intention ) => {
				const { version = 0 } = read.get( id ) ?? {};
				const sent = await perform(
					'invoices.send',
					{ params: { id }, body: { version, invite: invitation.isWanted } },
					intention
				);
				/* translators: %s: number of an invoice */
				return sprintf( __( 'Sent as %s', 'counterfoil' ), sent.number ?? '' );
			} }
			onClose={ onClose }
		/>
	);
}

export const send: ItemAction< AnyInvoice > = {
	id: 'send',
	label: __( 'Send…', 'counterfoil' ),
	isEligible: ( invoice ) =>
		boot().can.bill && invoice.state === 'draft' && ( ! isWhole( invoice ) || whyNotSent( invoice ) === undefined ),
	supportsBulk: true,
	RenderModal: SendDialog,
};
