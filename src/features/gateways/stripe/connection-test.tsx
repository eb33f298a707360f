import { Button, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { useState } from '@wordpress/element';
import type { StripeSettings } from '../../../contract/gateways/stripe';
import { Problem } from '../../../shared/problem';
import { useCommand } from '../../../shared/store';

interface Props {
	readonly mode: 'test' | 'live';
	/** Saves what is not saved yet; undefined when all is. Resolves to false when it could not be. */
	readonly save: ( () => Promise< boolean > ) | undefined;
	readonly onTested: ( settings: StripeSettings ) => void;
}

/** Asks Stripe whether the keys work, and says what it answered. Only stored keys can be tested. */
export function ConnectionTest( { mode, save, onTested }: Props ) {
	const command = useCommand( 'gateways.stripe.test' );
	const [ result, setResult ] = useState< { ok: boolean; message: string } | null >( null );
	const test = async () => {
		setResult( null );
		if ( save && ! ( await save() ) ) {
			return;
		}
		const answer = await command.run( { body: { mode } } );
		if ( answer ) {
			setResult( answer );
			onTested( answer.settings );
		}
	};
	return (
		<div className="counterfoil-connection">
			<Button
				variant="secondary"
				isBusy={ command.isBusy }
				disabled={ command.isBusy }
				onClick={ () => void test() }
				__next40pxDefaultSize
			>
				{ save ? __( 'Save and test connection', 'counterfoil' ) : __( 'Test connection', 'counterfoil' ) }
			</Button>
			<div role="status">
				{ result && ! save && (
					<Notice status={ result.ok ? 'success' : 'error' } isDismissible={ false }>
						{ result.message }
					</Notice>
				) }
			</div>
			<Problem error={ command.error } onDismiss={ command.clearError } />
		</div>
	);
}
