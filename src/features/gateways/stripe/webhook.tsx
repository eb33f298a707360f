import { Button, Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { StripeSettings } from '../../../contract/gateways/stripe';
import { CopyButton } from '../../../shared/copy-button';
import { formatMoment } from '../../../shared/dates';
import { TextField } from '../../../shared/form/text-field';
import { Problem } from '../../../shared/problem';
import { useCommand } from '../../../shared/store';

interface Props {
	readonly stored: StripeSettings;
	/** Saves what is not saved yet; undefined when all is. Resolves to false when it could not be. */
	readonly save: ( () => Promise< boolean > ) | undefined;
	readonly onCreated: ( settings: StripeSettings ) => void;
}

/** The webhook of the mode in force: made at Stripe with one click, and when it was last heard of. */
export function Webhook( { stored, save, onCreated }: Props ) {
	const { mode } = stored;
	const keys = stored[ mode ];
	const command = useCommand( 'gateways.stripe.webhook' );
	const [ result, setResult ] = useState< { ok: boolean; message: string } | null >( null );
	const isThere = keys.webhook_secret.last4 !== '';
	const create = async () => {
		setResult( null );
		if ( save && ! ( await save() ) ) {
			return;
		}
		const answer = await command.run( { body: { mode } } );
		if ( answer ) {
			setResult( answer );
			onCreated( answer.settings );
		}
	};
	return (
		<>
			<p className="counterfoil-panel__quiet" role="status">
				{ saying( isThere, keys.last_event_at ) }
			</p>
			{ keys.secret_key.last4 !== '' && (
				<div className="counterfoil-connection">
					<Button
						variant="secondary"
						isBusy={ command.isBusy }
						disabled={ command.isBusy }
						accessibleWhenDisabled
						onClick={ () => void create() }
						__next40pxDefaultSize
					>
						{ isThere ? __( 'Recreate webhook', 'counterfoil' ) : __( 'Create webhook', 'counterfoil' ) }
					</Button>
					<div role="status">
						{ result && (
							<Notice status={ result.ok ? 'success' : 'error' } isDismissible={ false }>
								{ result.message }
							</Notice>
						) }
					</div>
					<Problem error={ command.error } onDismiss={ command.clearError } />
				</div>
			) }
			<details className="counterfoil-webhook-by-hand">
				<summary>{ __( 'Set up manually', 'counterfoil' ) }</summary>
				<div className="counterfoil-webhook">
					<TextField
						label={ __( 'Webhook address', 'counterfoil' ) }
						help={ __(
							'In the Stripe Dashboard, add this address as a webhook endpoint for events that start with “payment_intent”, “charge.refund”, “refund” and “charge.dispute”, then enter its signing secret above.',
							'counterfoil'
						) }
						readOnly
						value={ stored.webhook_url }
						onFocus={ ( event ) => event.target.select() }
						onChange={ () => undefined }
					/>
					<CopyButton
						label={ __( 'Copy address', 'counterfoil' ) }
						text={ stored.webhook_url }
						done={ __( 'Webhook address copied.', 'counterfoil' ) }
					/>
				</div>
			</details>
		</>
	);
}

function saying( isThere: boolean, lastEventAt: string | null ): string {
	if ( ! isThere ) {
		return __( 'No webhook is set up for this mode yet.', 'counterfoil' );
	}
	return lastEventAt === null
		? __( 'Stripe hasn’t sent any events to this site yet.', 'counterfoil' )
		: sprintf(
				/* translators: %s: date and time */
				__( 'Last event from Stripe: %s', 'counterfoil' ),
				formatMoment( lastEventAt )
			);
}
