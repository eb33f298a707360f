import { Button } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { AppliedCoupon } from '../../contract/invoices';
import { Combobox, type ComboboxOption } from '../../shared/combobox';
import { Field } from '../../shared/form/field';
import { useRead } from '../../shared/store';
import { useDebounced } from '../../shared/use-debounced';
import './coupon-field.scss';

interface Props {
	/** Its code; empty for none. */
	readonly code: string;
	/** As the server applied it. */
	readonly applied: AppliedCoupon | null | undefined;
	/** Why it can't be used. */
	readonly error: string | undefined;
	readonly onChange: ( code: string ) => void;
}

/** A coupon is chosen from those that can be used, or its code is typed. The server says whether it fits. */
export function CouponField( { code, applied, error, onChange }: Props ) {
	const [ isOpen, setOpen ] = useState( false );
	const field = useRef< HTMLDivElement >( null );
	const change = ( next: string ) => {
		setOpen( false );
		onChange( next );
		// What had the focus is gone: it goes on at what took its place.
		requestAnimationFrame( () => field.current?.querySelector< HTMLElement >( 'button' )?.focus() );
	};
	if ( code === '' && ! isOpen ) {
		return (
			<div ref={ field }>
				<Button
					variant="tertiary"
					size="compact"
					onClick={ () => {
						setOpen( true );
						requestAnimationFrame( () => field.current?.querySelector( 'input' )?.focus() );
					} }
				>
					{ __( 'Add coupon', 'counterfoil' ) }
				</Button>
			</div>
		);
	}
	return (
		<div ref={ field } className="counterfoil-coupon-field">
			{ code === '' ? (
				<FindCoupon onChoose={ change } />
			) : (
				<p className={ `counterfoil-coupon-field__chosen${ error ? ' has-error' : '' }` }>
					<strong>{ code.toUpperCase() }</strong>
					{ applied?.code === code.toUpperCase() && <span dir="auto">{ applied.name }</span> }
				</p>
			) }
			{ error && (
				<p className="counterfoil-coupon-field__error" role="alert">
					{ error }
				</p>
			) }
			<Button variant="tertiary" size="compact" onClick={ () => change( '' ) }>
				{ code === '' ? __( 'Cancel', 'counterfoil' ) : __( 'Remove coupon', 'counterfoil' ) }
			</Button>
		</div>
	);
}

function FindCoupon( { onChoose }: { readonly onChoose: ( code: string ) => void } ) {
	const [ typed, setTyped ] = useState( '' );
	const search = useDebounced( typed, 150 ).trim();
	const found = useRead( 'coupons.list', { query: { per_page: 20, ...( search ? { search } : {} ) } } );
	const options = found.data?.items
		.filter( ( { state } ) => state === 'active' )
		.map( ( coupon ) => ( {
			id: coupon.code,
			label: coupon.code,
			detail: `${ coupon.name } · ${ coupon.worth }`,
		} ) );
	/** A code that isn't listed: the server says why it can't be used. */
	const extra = ( text: string ): ComboboxOption => ( {
		id: text.trim(),
		/* translators: %s: code of a coupon, as it was typed */
		label: sprintf( __( 'Use the code “%s”', 'counterfoil' ), text.trim() ),
	} );
	return (
		<Field label={ __( 'Coupon', 'counterfoil' ) }>
			<Combobox
				value=""
				placeholder={ __( 'Enter or choose a code', 'counterfoil' ) }
				options={ search === typed.trim() ? options : undefined }
				problem={ found.error?.message }
				{ ...( typed.trim() === '' ? {} : { extra } ) }
				onSearch={ setTyped }
				onChoose={ ( { id } ) => onChoose( id ) }
			/>
		</Field>
	);
}
