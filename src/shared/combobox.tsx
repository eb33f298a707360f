import { useEffect, useId, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { KeyboardEvent } from 'react';

export interface ComboboxOption {
	readonly id: string;
	readonly label: string;
	/** Below the label, quieter. */
	readonly detail?: string;
}

interface Props {
	readonly id?: string;
	readonly 'aria-describedby'?: string;
	readonly 'aria-invalid'?: boolean;
	/** What is chosen, as it is written in the field. */
	readonly value: string;
	readonly placeholder?: string;
	/** Found for what is typed; undefined while they are on their way. */
	readonly options: readonly ComboboxOption[] | undefined;
	/** Why there are no options, for a failure. */
	readonly problem?: string | undefined;
	/** Below the options: what else can be done with what was typed. */
	readonly extra?: ( typed: string ) => ComboboxOption;
	readonly onSearch: ( typed: string ) => void;
	readonly onChoose: ( option: ComboboxOption ) => void;
	/** Has the focus when its screen opens. */
	readonly isFirst?: boolean;
}

/** A field that finds: type, choose with arrows and Enter. After WAI-ARIA's combobox with a list. */
export function Combobox( props: Props ) {
	const { value, placeholder, options, problem, extra, onSearch, onChoose, isFirst } = props;
	const [ typed, setTyped ] = useState< string | null >( null );
	const [ active, setActive ] = useState( 0 );
	const [ isWaiting, setWaiting ] = useState( false );
	const list = useId();
	const input = useRef< HTMLInputElement >( null );
	useEffect( () => {
		if ( isFirst ) {
			input.current?.focus();
		}
	}, [ isFirst ] );
	const isOpen = typed !== null;
	const shown = [ ...( options ?? [] ), ...( extra ? [ extra( typed ?? '' ) ] : [] ) ];
	const optionId = ( index: number ) => `${ list }-${ index }`;

	const open = () => {
		setTyped( '' );
		setActive( 0 );
		onSearch( '' );
	};
	const choose = ( option: ComboboxOption ) => {
		setTyped( null );
		setWaiting( false );
		onChoose( option );
	};
	// Whoever types and presses Enter at once means the first that is found, also when it comes later.
	useEffect( () => {
		if ( isWaiting && options ) {
			setWaiting( false );
			const [ first ] = options;
			if ( first ) {
				setTyped( null );
				onChoose( first );
			}
		}
	}, [ isWaiting, options, onChoose ] );
	const go = ( to: number ) => {
		const next = ( to + shown.length ) % Math.max( 1, shown.length );
		setActive( next );
		document.getElementById( optionId( next ) )?.scrollIntoView( { block: 'nearest' } );
	};
	const onKeyDown = ( event: KeyboardEvent ) => {
		const option = shown[ active ];
		if ( event.key === 'ArrowDown' || event.key === 'ArrowUp' ) {
			event.preventDefault();
			if ( isOpen ) {
				go( active + ( event.key === 'ArrowDown' ? 1 : -1 ) );
			} else {
				open();
			}
		} else if ( event.key === 'Enter' && isOpen && ! event.ctrlKey && ! event.metaKey ) {
			event.preventDefault();
			if ( option && options ) {
				choose( option );
			} else {
				setWaiting( true );
			}
		} else if ( event.key === 'Escape' && isOpen ) {
			event.preventDefault();
			event.stopPropagation();
			setTyped( null );
			setWaiting( false );
		}
	};
	return (
		<div className="counterfoil-combobox">
			<input
				ref={ input }
				type="text"
				id={ props.id }
				aria-describedby={ props[ 'aria-describedby' ] }
				aria-invalid={ props[ 'aria-invalid' ] }
				role="combobox"
				aria-expanded={ isOpen }
				aria-controls={ list }
				aria-autocomplete="list"
				aria-activedescendant={ isOpen && shown.length > 0 ? optionId( active ) : undefined }
				autoComplete="off"
				spellCheck={ false }
				placeholder={ isOpen && value ? value : placeholder }
				value={ typed ?? value }
				onClick={ () => ! isOpen && open() }
				onChange={ ( event ) => {
					setTyped( event.target.value );
					setActive( 0 );
					setWaiting( false );
					onSearch( event.target.value );
				} }
				onKeyDown={ onKeyDown }
				onBlur={ () => setTyped( null ) }
			/>
			{ isOpen && (
				<div className="counterfoil-combobox__popup">
					{ ! options && (
						<p className="counterfoil-combobox__note" role="status">
							{ problem ?? __( 'Searching…', 'counterfoil' ) }
						</p>
					) }
					{ options?.length === 0 && (
						<p className="counterfoil-combobox__note" role="status">
							{ __( 'No results.', 'counterfoil' ) }
						</p>
					) }
					<ul id={ list } role="listbox" aria-label={ placeholder }>
						{ shown.map( ( option, index ) => (
							<li
								key={ option.id }
								id={ optionId( index ) }
								role="option"
								aria-selected={ index === active }
								className={ index >= ( options?.length ?? 0 ) ? 'is-extra' : undefined }
								onMouseMove={ () => index !== active && setActive( index ) }
								onMouseDown={ ( event ) => {
									// The field keeps the focus, and with it the keyboard.
									event.preventDefault();
									choose( option );
								} }
							>
								<span>{ option.label }</span>
								{ option.detail && <small>{ option.detail }</small> }
							</li>
						) ) }
					</ul>
				</div>
			) }
		</div>
	);
}
