import { __, _n, sprintf } from '@wordpress/i18n';
import type { PriceRiseAnnouncement, RiseState } from '../../../contract/subscriptions/price-rises';
import { formatDay } from '../../../shared/dates';

const labels: Record< RiseState, () => string > = {
	planned: () => __( 'Planned', 'counterfoil' ),
	told: () => __( 'Client told', 'counterfoil' ),
	applied: () => __( 'New price applies', 'counterfoil' ),
	withdrawn: () => __( 'Withdrawn', 'counterfoil' ),
	dropped: () => __( 'Ended or changed', 'counterfoil' ),
};
export const riseStateLabel = ( state: RiseState ) => labels[ state ]();

const looks: Record< RiseState, string > = {
	planned: 'draft',
	told: 'due',
	applied: 'paid',
	withdrawn: 'void',
	dropped: 'void',
};
export const riseStateLook = ( state: RiseState ) => `counterfoil-state is-${ looks[ state ] }`;

/** In the order in which they follow each other. */
export const riseStates = [ 'planned', 'told', 'applied', 'withdrawn', 'dropped' ] as const satisfies RiseState[];

/** Whether anything of it can still be withdrawn. */
export const canWithdraw = ( { states }: PriceRiseAnnouncement ) => states.planned + states.told > 0;

export const subscriptionsOf = ( count: number ) =>
	/* translators: %d: number of subscriptions */
	sprintf( _n( '%d subscription', '%d subscriptions', count, 'counterfoil' ), count );

/** "Emails go out from January 1, 2027", "2 of 5 told" */
export const toldOf = ( { subscriptions, told, states, mails_on: day }: PriceRiseAnnouncement ) => {
	if ( told === 0 && states.planned > 0 ) {
		/* translators: %s: date */
		return sprintf( __( 'Emails go out from %s', 'counterfoil' ), formatDay( day ) );
	}
	return told === 0
		? __( 'No one was told', 'counterfoil' )
		: /* translators: 1: number, 2: number of all */
			sprintf( __( '%1$d of %2$d told', 'counterfoil' ), told, subscriptions );
};

/** "Planned: 3 · Withdrawn: 2" */
export const statesOf = ( { states }: PriceRiseAnnouncement ) =>
	riseStates
		.filter( ( state ) => states[ state ] > 0 )
		.map( ( state ) => `${ riseStateLabel( state ) }: ${ states[ state ] }` )
		.join( ' · ' );
