import { Icon } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { caution, check, drafts, notAllowed, pencil, scheduled, undo } from '@wordpress/icons';
import type { DocumentKind, InvoiceState } from '../../contract/invoices';
import { formatDay } from '../../shared/dates';
import { TwoLines } from '../../shared/list/two-lines';

const looks: Record< InvoiceState, { icon: typeof check; label: () => string } > = {
	draft: { icon: pencil, label: () => __( 'Draft', 'counterfoil' ) },
	due: { icon: scheduled, label: () => __( 'Due', 'counterfoil' ) },
	overdue: { icon: caution, label: () => __( 'Overdue', 'counterfoil' ) },
	part_paid: { icon: drafts, label: () => __( 'Partially paid', 'counterfoil' ) },
	paid: { icon: check, label: () => __( 'Paid', 'counterfoil' ) },
	refunded: { icon: undo, label: () => __( 'Refunded', 'counterfoil' ) },
	credited: { icon: undo, label: () => __( 'Credited', 'counterfoil' ) },
	void: { icon: notAllowed, label: () => __( 'Void', 'counterfoil' ) },
	invoiced: { icon: check, label: () => __( 'Paid', 'counterfoil' ) },
	withdrawn: { icon: notAllowed, label: () => __( 'Withdrawn', 'counterfoil' ) },
};

/** "Overdue", without days. */
export const stateLabel = ( state: InvoiceState ) => looks[ state ].label();

/** What has no tab of its own while there is none of it: only pro formas get there. */
export const isRare = ( state: InvoiceState ) => state === 'invoiced' || state === 'withdrawn';

/** The same where states stand beside each other, and two of them read alike. */
export const tabLabel = ( state: InvoiceState ) =>
	state === 'invoiced' ? __( 'Pro formas paid', 'counterfoil' ) : stateLabel( state );

/** That it is no invoice, beside its number. */
export function KindBadge( { kind }: { readonly kind: DocumentKind } ) {
	return kind === 'pro_forma' ? <span className="counterfoil-kind">{ __( 'Pro forma', 'counterfoil' ) }</span> : null;
}

/** Somebody has paid, and the money is not here yet: nobody has to be reminded. */
export function OnItsWay( { expectedOn }: { readonly expectedOn: string | null } ) {
	return (
		<TwoLines>
			<span className="counterfoil-state is-part_paid">
				<Icon icon={ scheduled } size={ 18 } />
				{ __( 'Payment on its way', 'counterfoil' ) }
			</span>
			{ expectedOn && (
				<span>
					{ sprintf(
						/* translators: %s: date */
						__( 'expected by %s', 'counterfoil' ),
						formatDay( expectedOn )
					) }
				</span>
			) }
		</TwoLines>
	);
}

/** That the client’s bank disputes a payment of it, beside its state. */
export function DisputedBadge() {
	return (
		<span className="counterfoil-state is-overdue">
			<Icon icon={ caution } size={ 18 } />
			{ __( 'Disputed', 'counterfoil' ) }
		</span>
	);
}

/** Icon, word and colour; overdue ones say for how long. */
export function StateBadge( {
	state,
	daysOverdue = 0,
}: {
	readonly state: InvoiceState;
	readonly daysOverdue?: number;
} ) {
	const { icon, label } = looks[ state ];
	return (
		<span className={ `counterfoil-state is-${ state }` }>
			<Icon icon={ icon } size={ 18 } />
			{ daysOverdue > 0
				? /* translators: %d: number of days an invoice is late */
					sprintf( _n( 'Overdue %d day', 'Overdue %d days', daysOverdue, 'counterfoil' ), daysOverdue )
				: label() }
		</span>
	);
}
