import { __, sprintf } from '@wordpress/i18n';
import type { StripeSettings } from '../../../contract/gateways/stripe';
import { TextField } from '../../../shared/text-field';
import { ConnectionTest } from './connection-test';
import type { KeyValues } from './values';
import { SecretField } from './secret-field';

interface Props {
	readonly mode: 'test' | 'live';
	readonly stored: StripeSettings[ 'test' ];
	readonly values: KeyValues;
	/** Counts how often the form began anew: then what was being replaced is stored, or left. */
	readonly round: number;
	readonly errorOf: ( name: keyof KeyValues ) => string | undefined;
	readonly onChange: ( changes: Partial< KeyValues > ) => void;
	/** Saves what is not saved yet; undefined when all is. Resolves to false when it could not be. */
	readonly save: ( () => Promise< boolean > ) | undefined;
	/** With what is known after a test: whose keys they are. */
	readonly onTested: ( settings: StripeSettings ) => void;
}

/** One mode's keys, and whether Stripe takes them. */
export function KeyFields( { mode, stored, values, round, errorOf, onChange, save, onTested }: Props ) {
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
				value={ values.publishable_key }
				error={ errorOf( 'publishable_key' ) }
				onChange={ ( key ) => onChange( { publishable_key: key } ) }
			/>
			<SecretField
				key={ `secret-${ round }` }
				label={
					mode === 'live' ? __( 'Live secret key', 'counterfoil' ) : __( 'Test secret key', 'counterfoil' )
				}
				placeholder={ `sk_${ mode }_…` }
				last4={ stored.secret_key.last4 }
				value={ values.secret_key }
				error={ errorOf( 'secret_key' ) }
				onChange={ ( key ) => onChange( { secret_key: key } ) }
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
				value={ values.webhook_secret }
				error={ errorOf( 'webhook_secret' ) }
				onChange={ ( secret ) => onChange( { webhook_secret: secret } ) }
			/>
			{ stored.account !== '' && (
				<p className="counterfoil-panel__quiet">
					{ sprintf(
						/* translators: %s: id of a Stripe account, "acct_1234" */
						__( 'These keys belong to the account %s.', 'counterfoil' ),
						stored.account
					) }
				</p>
			) }
			{ ( stored.secret_key.last4 !== '' || values.secret_key ) && (
				<ConnectionTest mode={ mode } save={ save } onTested={ onTested } />
			) }
		</>
	);
}
