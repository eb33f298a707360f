import { BANK_TYPES } from './banks';
import type { ControlBody } from './control-body';
import { answer_dispute, close_dispute, open_dispute } from './disputes';
import type { Network } from './network';
import { present, type Json } from './present';

/** Body: `payment_intent`, `reason` ("fraudulent"), `amount`, `inquiry`, `outcome` (won, lost: decided at once), `created`. */
export function dispute( net: Network, body: ControlBody ): Json {
	const intent = net.world.anywhere( 'payment_intents', body.required( 'payment_intent' ) );
	const charge = net.world.anywhere( 'charges', intent.latest_charge ?? '' );
	const amount = body.integer( 'amount' );
	return net.world.at( body.integer( 'created' ), () => {
		const made = open_dispute( net, charge, {
			reason: body.text( 'reason' ) ?? 'fraudulent',
			inquiry: body.flag( 'inquiry' ) === true,
			...( amount === undefined ? {} : { amount } ),
		} );
		if ( body.text( 'outcome' ) !== undefined ) {
			close_dispute( net, made, body.oneOf( 'outcome', [ 'won', 'lost' ] ) );
		}
		return present( made );
	} );
}

/** Body: `outcome` (answered, won, lost), `created`. */
export function advance_dispute( net: Network, id: string, body: ControlBody ): Json {
	const made = net.world.anywhere( 'disputes', id );
	const outcome = body.oneOf( 'outcome', [ 'answered', 'won', 'lost' ] );
	return net.world.at( body.integer( 'created' ), () =>
		present( outcome === 'answered' ? answer_dispute( net, made ) : close_dispute( net, made, outcome ) )
	);
}

/** Body: `on`, names separated by commas: what the accounts offer beside cards. */
export function offer_methods( net: Network, body: ControlBody ): Json {
	const wanted = ( body.text( 'on' ) ?? '' ).split( ',' );
	net.world.state.methods = BANK_TYPES.filter( ( type ) => wanted.includes( type ) );
	net.world.touch();
	return { on: net.world.state.methods };
}
