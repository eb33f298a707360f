import { RadioControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { CreditPreview, Invoice } from '../../../contract/invoices';
import { boot } from '../../../shared/boot';
import { FormDialog } from '../../../shared/form/form-dialog';
import { MoneyField } from '../../../shared/form/money-field';
import { TextField } from '../../../shared/form/text-field';
import { useForm } from '../../../shared/form/use-form';
import { formatMoney } from '../../../shared/money';
import { useCommand } from '../../../shared/store';
import { toast } from '../../../shared/toasts';
import { type CreditDraft, creditSchema, extentOf, type Scope } from './extent';
import { LineQuantities } from './line-quantities';
import { useCreditPreview } from './use-credit-preview';
import './dialog.scss';

/** Credits an invoice: what, why, and what becomes of what was paid; the sums are the server's. */
export function CreditDialog( { invoice, onClose }: { readonly invoice: Invoice; readonly onClose: () => void } ) {
	const form = useForm( {
		schema: creditSchema,
		initial: {
			scope: 'rest',
			quantities: [],
			amount: { amount: null, currency: invoice.currency },
			reason: '',
			surplus: 'keep',
		} as CreditDraft,
		command: useCommand( 'credit-notes.create' ),
		request: ( { reason, surplus, ...draft } ) => ( {
			params: { id: invoice.id },
			body: {
				extent: extentOf( { reason, surplus, ...draft } ) ?? { type: 'rest' },
				reason,
				surplus,
				version: invoice.version,
			},
		} ),
		onDone: () => {
			toast( __( 'Credit note issued and emailed.', 'counterfoil' ) );
			onClose();
		},
	} );
	const { scope, quantities, surplus } = form.values;
	const answer = useCreditPreview( invoice.id, extentOf( form.values ) );
	const preview = answer?.preview;
	return (
		<FormDialog
			title={
				/* translators: %s: invoice number */
				sprintf( __( 'Credit invoice %s', 'counterfoil' ), invoice.number ?? '' )
			}
			button={
				preview
					? sprintf(
							/* translators: %s: amount */
							__( 'Credit %s', 'counterfoil' ),
							formatMoney( preview.total )
						)
					: __( 'Issue credit note', 'counterfoil' )
			}
			form={ form }
			isDestructive
			onClose={ onClose }
		>
			<RadioControl
				label={ __( 'What do you want to credit?', 'counterfoil' ) }
				selected={ scope }
				options={ [
					{ label: __( 'The remaining amount', 'counterfoil' ), value: 'rest' },
					{ label: __( 'Lines', 'counterfoil' ), value: 'lines' },
					{ label: __( 'A specific amount', 'counterfoil' ), value: 'amount' },
				] }
				onChange={ ( chosen ) => form.set( { scope: chosen as Scope } ) }
			/>
			{ scope === 'lines' && (
				<LineQuantities
					lines={ invoice.lines }
					quantities={ quantities }
					error={ form.errorOf( 'extent', 'lines' ) ?? answer?.failure?.fields[ '/extent/lines' ] }
					onChange={ ( typed ) => form.set( { quantities: typed } ) }
				/>
			) }
			{ scope === 'amount' && (
				<MoneyField
					label={ __( 'Amount including tax', 'counterfoil' ) }
					help={ answer?.failure?.fields[ '/extent/amount/amount' ] }
					money={ form.part( 'amount' ) }
				/>
			) }
			<TextField
				label={ __( 'Reason', 'counterfoil' ) }
				help={ __( 'Printed on the credit note, for example: Subscription canceled in March.', 'counterfoil' ) }
				maxLength={ 500 }
				{ ...form.field( 'reason' ) }
			/>
			<div aria-live="polite">
				{ answer?.failure && Object.keys( answer.failure.fields ).length === 0 && (
					<p className="counterfoil-confirm">{ answer.failure.message }</p>
				) }
				{ preview && <Sums preview={ preview } /> }
			</div>
			{ preview && preview.surplus.amount > 0 && boot().can.refund && (
				<RadioControl
					label={ sprintf(
						/* translators: %s: amount */
						__(
							'The client already paid %s of this amount. What do you want to do with it?',
							'counterfoil'
						),
						formatMoney( preview.surplus )
					) }
					selected={ surplus }
					options={ [
						{ label: __( 'Add it to the client’s credit balance', 'counterfoil' ), value: 'keep' },
						{ label: __( 'Refund it to the original payment method', 'counterfoil' ), value: 'refund' },
					] }
					onChange={ ( chosen ) => form.set( { surplus: chosen as CreditDraft[ 'surplus' ] } ) }
				/>
			) }
			{ preview && preview.surplus.amount > 0 && ! boot().can.refund && (
				<p className="counterfoil-confirm">
					{ sprintf(
						/* translators: %s: amount */
						__(
							'The client already paid %s of this amount. It will be added to their credit balance.',
							'counterfoil'
						),
						formatMoney( preview.surplus )
					) }
				</p>
			) }
		</FormDialog>
	);
}

function Sums( { preview }: { readonly preview: CreditPreview } ) {
	return (
		<dl className="counterfoil-credit-sums">
			<Sum label={ __( 'Net', 'counterfoil' ) } value={ formatMoney( preview.net ) } />
			{ preview.taxes.map( ( { name, rate, amount } ) => (
				<Sum
					key={ `${ name } ${ rate }` }
					/* translators: 1: name of a tax ("VAT"), 2: its rate ("23") */
					label={ sprintf( __( '%1$s %2$s%%', 'counterfoil' ), name, rate ) }
					value={ formatMoney( amount ) }
				/>
			) ) }
			<Sum label={ __( 'Total credited', 'counterfoil' ) } value={ formatMoney( preview.total ) } isStrong />
			{ preview.from_due.amount > 0 && (
				<Sum
					label={ __( 'Reduces the amount due', 'counterfoil' ) }
					value={ formatMoney( preview.from_due ) }
				/>
			) }
		</dl>
	);
}

function Sum( props: { readonly label: string; readonly value: string; readonly isStrong?: boolean } ) {
	return (
		<div className={ props.isStrong ? 'is-strong' : undefined }>
			<dt>{ props.label }</dt>
			<dd className="counterfoil-money">{ props.value }</dd>
		</div>
	);
}
