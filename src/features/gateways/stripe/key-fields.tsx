import { __, sprintf } from '@wordpress/i18n';
import type { StripeSettings } from '../../../contract/gateways/stripe';
import type { FormPart } from '../../../shared/form/part';
import { TextField } from '../../../shared/form/text-field';
import { ConnectionTest } from './connection-test';
import type { KeyValues } from './values';
import { SecretField } from './secret-field';

interface Props {
	readonly mode: 'test' | 'live';
	readonly stored: StripeSettings[ 'test' ];
	readonly keys: FormPart< KeyValues >;
	/** Counts how often the form began anew: then what was being replaced is stored, or left. */
	readonly round: number;
	/** Saves what is not saved yet; undefined when all is. Resolves to false when it could not be. */
	readonly save: ( () => Promise< boolean > ) | undefined;
	/** With what is known after a test: whose keys they are. */
	readonly onTested: ( settings: StripeSettings ) => void;
}

/** One mode's keys, and whether Stripe takes them. */
export function KeyFields( { mode, stored, keys, round, save, onTested }: Props ) {
	return (
		<>
			<TextField
				label={
					mode === 'live'
						? __( 'Live publishable key', 'counterfoil' )
						: __( 'Test publishable key', 'counterfoil' )
				}
				placeholder={ `pk_${ mode }_…` }
				autoComplete="off"
				spellCheck={ false }
				{ ...keys.field( 'publishable_key' ) }
			/>
			<SecretField
				key={ `secret-${ round }` }
				label={
					mode === 'live' ? __( 'Live secret key', 'counterfoil' ) : __( 'Test secret key', 'counterfoil' )
				}
				placeholder={ `sk_${ mode }_…` }
				last4={ stored.secret_key.last4 }
				{ ...keys.field( 'secret_key' ) }
			/>
			<SecretField
				key={ `webhook-${ round }` }
				label={
					mode === 'live'
						? __( 'Live webhook signing secret', 'counterfoil' )
						: __( 'Test webhook signing secret', 'counterfoil' )
				}
				placeholder="whsec_…"
				last4={ stored.webhook_secret.last4 }
				{ ...keys.field( 'webhook_secret' ) }
			/>
			{ stored.account !== '' && (
				<p className="counterfoil-panel__quiet">
					{ sprintf(
						/* translators: %s: id of a Stripe account, "acct_1234" */
						__( 'These keys belong to account %s.', 'counterfoil' ),
						stored.account
					) }
				</p>
			) }
			{ ( stored.secret_key.last4 !== '' || keys.values.secret_key ) && (
				<ConnectionTest mode={ mode } save={ save } onTested={ onTested } />
			) }
		</>
	);
}
