import { Button } from '@wordpress/components';
import { memo, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Design } from '../../contract/documents';
import { InvoicePaper } from '../../documents/paper';
import { pdfOf } from '../../domain/documents/drawn-pdf';
import { ApiFailure, call } from '../../shared/api';
import { SelectField } from '../../shared/form/select-field';
import { languages } from '../../shared/names';
import { Problem } from '../../shared/problem';
import { useDesignPreview } from './use-design-preview';

/** Drawn again when there is another paper, not with every key. */
const Paper = memo( InvoicePaper );

/** A sample invoice in the design that is being typed, beside it; also as a PDF, and in the languages of clients. */
export function DesignPreview( { design }: { readonly design: Design } ) {
	const [ locale, setLocale ] = useState( '' );
	const [ isBusy, setBusy ] = useState( false );
	const [ unmade, setUnmade ] = useState< ApiFailure >();
	const { paper, isStale, failure } = useDesignPreview( design, locale );
	const open = async () => {
		setBusy( true );
		setUnmade( undefined );
		try {
			const address = URL.createObjectURL(
				await pdfOf( await call( 'design.draw', { body: { design, locale } } ) )
			);
			const link = document.createElement( 'a' );
			link.href = address;
			link.target = '_blank';
			link.click();
			// The tab that was opened has read it by then.
			setTimeout( () => URL.revokeObjectURL( address ), 60_000 );
		} catch ( thrown ) {
			setUnmade( ApiFailure.from( thrown ) );
		}
		setBusy( false );
	};
	return (
		<section className="counterfoil-design__preview" aria-label={ __( 'Preview', 'counterfoil' ) }>
			<div className="counterfoil-design__bar">
				<SelectField
					label={ __( 'Client’s language', 'counterfoil' ) }
					none={ __( 'Same as business', 'counterfoil' ) }
					options={ languages() }
					value={ locale }
					error={ undefined }
					onChange={ setLocale }
				/>
				<Button
					variant="secondary"
					isBusy={ isBusy }
					disabled={ isBusy }
					accessibleWhenDisabled
					onClick={ () => void open() }
					__next40pxDefaultSize
				>
					{ __( 'View PDF', 'counterfoil' ) }
				</Button>
			</div>
			<Problem error={ unmade ?? failure } />
			<div className={ `counterfoil-design__paper${ isStale ? ' is-stale' : '' }` } aria-busy={ isStale }>
				{ paper ? <Paper paper={ paper } /> : <div className="counterfoil-design__sheet" aria-hidden="true" /> }
			</div>
		</section>
	);
}
