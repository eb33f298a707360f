import { SearchControl } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';

interface Props {
	/** What the list is searched for; may change without typing, by a saved view. */
	readonly text: string;
	readonly label: string;
	readonly onSearch: ( text: string ) => void;
}

/** Searches when the typing pauses. */
export function Search( { text, label, onSearch }: Props ) {
	const [ typed, setTyped ] = useState( text );
	const known = useRef( text );
	useEffect( () => {
		if ( text !== known.current ) {
			known.current = text;
			setTyped( text );
			return;
		}
		if ( typed === text ) {
			return;
		}
		const timer = window.setTimeout( () => {
			known.current = typed;
			onSearch( typed );
		}, 250 );
		return () => window.clearTimeout( timer );
	}, [ typed, text, onSearch ] );
	return (
		<SearchControl
			__nextHasNoMarginBottom
			label={ label }
			placeholder={ label }
			value={ typed }
			onChange={ setTyped }
			size="compact"
		/>
	);
}
