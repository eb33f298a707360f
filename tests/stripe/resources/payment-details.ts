import { invalid } from '../errors';
import type { PaymentIntent } from '../objects';
import type { Params } from '../params';
import { checked_email } from './customers';

/** Only what was sent, so that an update leaves the rest alone. */
export function details_of( params: Params ): Partial< PaymentIntent > {
	const email = checked_email( params.text( 'receipt_email' ), 'receipt_email' );
	const usage = params.oneOf( 'setup_future_usage', [ 'on_session', 'off_session' ] );
	const descriptor = params.text( 'statement_descriptor', 22 );
	const suffix = params.text( 'statement_descriptor_suffix', 22 );
	if ( typeof suffix === 'string' && ( /[<>\\'"*]/.test( suffix ) || ! /[a-z]/i.test( suffix ) ) ) {
		throw invalid(
			'The statement descriptor suffix must contain at least one letter and none of < > \\ \' " *.',
			'statement_descriptor_suffix'
		);
	}
	return {
		...( email === undefined ? {} : { receipt_email: email } ),
		...( usage === undefined ? {} : { setup_future_usage: usage } ),
		...( descriptor === undefined ? {} : { statement_descriptor: descriptor } ),
		...( suffix === undefined ? {} : { statement_descriptor_suffix: suffix } ),
	};
}
