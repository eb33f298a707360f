import { card_by_alias } from './cards';
import type { ControlBody } from './control-body';
import { invalid } from './errors';
import { fingerprint_of } from './fingerprint';
import { caller_of_tenant } from './keys';
import { revoke } from './mandates';
import type { Network } from './network';
import { present, type Json } from './present';

/**
 * What happens to a kept method without anybody's asking. Body: `what`: `renew` (the network gave the card another expiry:
 * `exp_month`, `exp_year`; and another number: `last4`), `expire` (its expiry passes), `decline` (charges fail from now on),
 * `remove` (in the dashboard), `revoke` (its mandate).
 */
export function change_method( net: Network, id: string, body: ControlBody ): Json {
	const method = net.world.anywhere( 'payment_methods', id );
	const caller = caller_of_tenant( method._tenant );
	const what = body.oneOf( 'what', [ 'renew', 'expire', 'decline', 'remove', 'revoke' ] );
	const previous = { card: method.card ? { ...method.card } : null };
	if ( ( what === 'renew' || what === 'expire' ) && ! method.card ) {
		throw invalid( `${ id } is no card.` );
	}
	if ( method.card && what === 'renew' ) {
		method.card.exp_month = body.integer( 'exp_month' ) ?? method.card.exp_month;
		method.card.exp_year = body.integer( 'exp_year' ) ?? method.card.exp_year + 4;
		const last4 = body.text( 'last4' );
		if ( last4 ) {
			// Another number, and so another fingerprint.
			method.card.last4 = last4;
			method.card.fingerprint = fingerprint_of( method._tenant, `renewed ${ last4 }` );
		}
		net.emit( caller, 'payment_method.automatically_updated', method, previous );
	} else if ( method.card && what === 'expire' ) {
		const passed = new Date( net.world.now() * 1000 - 40 * 24 * 3600 * 1000 );
		method.card.exp_month = passed.getUTCMonth() + 1;
		method.card.exp_year = passed.getUTCFullYear();
		method._card = card_by_alias( 'pm_card_chargeDeclinedExpiredCard' )?.alias ?? method._card;
		net.emit( caller, 'payment_method.updated', method, previous );
	} else if ( what === 'decline' ) {
		method._card = 'pm_card_chargeDeclinedInsufficientFunds';
		net.world.touch();
	} else if ( what === 'remove' ) {
		const customer = method.customer;
		method.customer = null;
		method._consumed = true;
		net.emit( caller, 'payment_method.detached', method, { customer } );
	} else {
		revoke( net, method );
	}
	return present( method );
}
