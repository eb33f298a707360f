import { Button, Notice } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { StripeSettings } from '../../../contract/gateways/stripe';
import { formatMoney } from '../../../shared/money';
import { Problem } from '../../../shared/problem';
import { useCommand } from '../../../shared/store';

interface Props {
	readonly stored: StripeSettings;
	readonly onCanceled: ( settings: StripeSettings ) => void;
}

/** Which payments keep the mode from being changed, and a way to end those that have taken nothing. */
export function OpenPayments( { stored, onCanceled }: Props ) {
	const command = useCommand( 'gateways.stripe.cancel-open' );
	const { open_payments: open, mode } = stored;
	if ( open.length === 0 ) {
		return null;
	}
	const cancel = async () => {
		const settings = await command.run( { body: { mode } } );
		if ( settings ) {
			onCanceled( settings );
		}
	};
	return (
		<Notice status="warning" isDismissible={ false } className="counterfoil-problem">
			<strong>
				{ sprintf(
					/* translators: %d: number of payments */
					_n(
						'The mode can’t be changed because there is %d open payment.',
						'The mode can’t be changed because there are %d open payments.',
						open.length,
						'counterfoil'
					),
					open.length
				) }
			</strong>
			<ul className="counterfoil-notices">
				{ open.map( ( payment ) => (
					<li key={ payment.id }>
						<a href={ `#/invoices/${ payment.invoice_id }` }>{ payment.number }</a> · { payment.client } ·{ ' ' }
						{ formatMoney( payment.amount ) }
						{ ! payment.can_cancel && ` · ${ __( 'Processing', 'counterfoil' ) }` }
					</li>
				) ) }
			</ul>
			{ open.some( ( { can_cancel: canCancel } ) => canCancel ) && (
				<Button
					variant="secondary"
					isBusy={ command.isBusy }
					disabled={ command.isBusy }
					accessibleWhenDisabled
					onClick={ () => void cancel() }
					__next40pxDefaultSize
				>
					{ __( 'Cancel open payments', 'counterfoil' ) }
				</Button>
			) }
			<Problem error={ command.error } onDismiss={ command.clearError } />
		</Notice>
	);
}
