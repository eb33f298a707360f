import { __ } from '@wordpress/i18n';

export type View = 'form' | 'paper';

interface Props {
	readonly view: View;
	readonly onChange: ( view: View ) => void;
}

/** The form or the paper, where there is no room for both. */
export function ViewToggle( { view, onChange }: Props ) {
	return (
		<div className="counterfoil-editor__toggle" role="group" aria-label={ __( 'Show', 'counterfoil' ) }>
			{ ( [ 'form', 'paper' ] as const ).map( ( shown ) => (
				<button key={ shown } type="button" aria-pressed={ view === shown } onClick={ () => onChange( shown ) }>
					{ shown === 'form' ? __( 'Form', 'counterfoil' ) : __( 'Invoice', 'counterfoil' ) }
				</button>
			) ) }
		</div>
	);
}
