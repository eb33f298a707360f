import { ExternalLink } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Invoice } from '../../../contract/invoices';
import type { Payment } from '../../../contract/payments';
import { formatMoment } from '../../../shared/dates';
import { formatMoney } from '../../../shared/money';

type Dispute = Payment[ 'disputes' ][ number ];

const states: Record< Dispute[ 'state' ], () => string > = {
	inquiry: () => __( 'Inquiry by the client’s bank', 'counterfoil' ),
	opened: () => __( 'Disputed', 'counterfoil' ),
	under_review: () => __( 'Dispute under review', 'counterfoil' ),
	won: () => __( 'Dispute won', 'counterfoil' ),
	lost: () => __( 'Dispute lost', 'counterfoil' ),
	closed: () => __( 'Inquiry closed', 'counterfoil' ),
};

const looks: Record< Dispute[ 'state' ], string > = {
	inquiry: 'is-part_paid',
	opened: 'is-overdue',
	under_review: 'is-part_paid',
	won: 'is-paid',
	lost: 'is-overdue',
	closed: 'is-void',
};

/** The client’s bank disputes a payment of it, or asks about it, and has not decided. */
export const isDisputed = ( { payments }: Pick< Invoice, 'payments' > ) =>
	payments.some( ( { disputes } ) => disputes.some( isOpen ) );

/** What the payer’s bank says of a payment, what it holds of it, and until when it takes an answer. */
export function Disputes( { disputes }: { readonly disputes: Payment[ 'disputes' ] } ) {
	return (
		<>
			{ disputes.map( ( dispute ) => (
				<span key={ dispute.id } className="counterfoil-payments__dispute">
					<span className={ `counterfoil-state ${ looks[ dispute.state ] }` }>
						{ states[ dispute.state ]() }
					</span>
					{ facts( dispute ).map( ( fact ) => (
						<span key={ fact } className="counterfoil-panel__quiet">
							{ fact }
						</span>
					) ) }
					{ isOpen( dispute ) && dispute.url && (
						<ExternalLink href={ dispute.url }>{ __( 'Respond to the bank', 'counterfoil' ) }</ExternalLink>
					) }
				</span>
			) ) }
		</>
	);
}

const isOpen = ( { state }: Dispute ) => state === 'inquiry' || state === 'opened' || state === 'under_review';

function facts( { state, taken, fee, respond_by: until }: Dispute ): string[] {
	const open = state === 'inquiry' || state === 'opened';
	return [
		...( open && until
			? [
					sprintf(
						/* translators: %s: date and time */
						__( 'Respond by %s', 'counterfoil' ),
						formatMoment( until )
					),
				]
			: [] ),
		...( taken && taken.amount > 0 && state !== 'lost'
			? [
					sprintf(
						/* translators: %s: amount */
						__(
							'%s withdrawn until it’s decided, so the invoice is due again. No reminders are sent until then.',
							'counterfoil'
						),
						formatMoney( taken )
					),
				]
			: [] ),
		...( fee
			? [
					sprintf(
						/* translators: %s: amount */
						__( 'Dispute fee: %s (your cost, not the client’s)', 'counterfoil' ),
						formatMoney( fee )
					),
				]
			: [] ),
	];
}
