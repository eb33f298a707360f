import { Button } from '@wordpress/components';
import { useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { PlanPicker } from '../../../domain/products/plan-picker';
import { rhythm } from '../../../domain/products/rhythm';
import { Field } from '../../../shared/form/field';
import { MoneyInput } from '../../../shared/form/money-field';
import type { FormPart } from '../../../shared/form/part';
import { TextField } from '../../../shared/form/text-field';
import { type Draft, fits, type ItemDraft, newItem, withPlan } from './draft';

const MOST = 50;

interface ItemsProps {
	readonly form: FormPart< Draft >;
	/** A fee on the first bill; there is none where items are changed. */
	readonly hasSetupFee?: boolean;
}

/** What the client pays for each period. */
export function Items( { form, hasSetupFee = true }: ItemsProps ) {
	const list = useRef< HTMLOListElement >( null );
	const { items, currency, interval } = form.values;
	const isFull = items.length >= MOST;
	return (
		<section className="counterfoil-panel counterfoil-start__items" aria-labelledby="counterfoil-start-items">
			<h2 id="counterfoil-start-items">{ __( 'Items', 'counterfoil' ) }</h2>
			<ol ref={ list }>
				{ items.map( ( _item, index ) => (
					<Item
						key={ index }
						number={ index + 1 }
						item={ form.item( 'items', index ) }
						currency={ currency }
						hasSetupFee={ hasSetupFee }
						onRemove={
							items.length > 1
								? () => form.set( { items: items.filter( ( _other, at ) => at !== index ) } )
								: undefined
						}
					/>
				) ) }
			</ol>
			<div className="counterfoil-form__actions">
				<PlanPicker
					isRecurring
					isFull={ isFull }
					isOffered={ ( plan ) => fits( form.values, plan ) }
					note={ sprintf(
						/* translators: 1: "every month", 2: currency code */
						__(
							'Only plans billed %1$s in %2$s fit. Start another subscription for other plans.',
							'counterfoil'
						),
						rhythm( interval ),
						currency
					) }
					onChoose={ ( product, plan ) => form.set( withPlan( form.values, product, plan ) ) }
				/>
				<Button
					variant="secondary"
					disabled={ isFull }
					onClick={ () => {
						form.set( { items: [ ...items, newItem() ] } );
						requestAnimationFrame( () =>
							list.current?.querySelector< HTMLInputElement >( 'li:last-child input' )?.focus()
						);
					} }
					__next40pxDefaultSize
				>
					{ __( 'Add item', 'counterfoil' ) }
				</Button>
			</div>
		</section>
	);
}

interface ItemProps {
	readonly number: number;
	readonly item: FormPart< ItemDraft >;
	readonly currency: string;
	readonly hasSetupFee: boolean;
	readonly onRemove: ( () => void ) | undefined;
}

function Item( { number, item, currency, hasSetupFee, onRemove }: ItemProps ) {
	return (
		<li>
			<TextField label={ __( 'Description', 'counterfoil' ) } { ...item.field( 'description' ) } />
			<div className="counterfoil-start__amounts">
				<TextField
					label={ __( 'Quantity', 'counterfoil' ) }
					inputMode="decimal"
					{ ...item.field( 'quantity' ) }
				/>
				<Amount
					label={ __( 'Unit price', 'counterfoil' ) }
					name="unit_price"
					item={ item }
					currency={ currency }
				/>
				{ hasSetupFee && (
					<Amount
						label={ __( 'Set-up fee', 'counterfoil' ) }
						name="setup_fee"
						item={ item }
						currency={ currency }
					/>
				) }
				{ onRemove && (
					<Button
						variant="tertiary"
						isDestructive
						/* translators: %d: position in a list */
						label={ sprintf( __( 'Remove item %d', 'counterfoil' ), number ) }
						showTooltip={ false }
						onClick={ onRemove }
						__next40pxDefaultSize
					>
						{ __( 'Remove', 'counterfoil' ) }
					</Button>
				) }
			</div>
		</li>
	);
}

interface AmountProps extends Pick< ItemProps, 'item' | 'currency' > {
	readonly label: string;
	readonly name: 'unit_price' | 'setup_fee';
}

function Amount( { label, name, item, currency }: AmountProps ) {
	return (
		<Field label={ label } error={ item.errorOf( name ) }>
			<MoneyInput
				amount={ item.values[ name ] }
				currency={ currency }
				onChange={ ( amount ) => item.set( { [ name ]: amount } ) }
			/>
		</Field>
	);
}
