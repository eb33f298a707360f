import { Icon } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { check } from '@wordpress/icons';
import type { Overview } from '../../contract/reports';

/** What is left of setting up; gone when all is done. */
export function Checklist( { steps }: { readonly steps: Overview[ 'checklist' ] } ) {
	const done = steps.filter( ( step ) => step.done ).length;
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-checklist">
			<h2 id="counterfoil-checklist">{ __( 'Get started', 'counterfoil' ) }</h2>
			<p className="counterfoil-panel__quiet">
				{ sprintf(
					/* translators: 1: steps done, 2: steps in all */
					__( '%1$d of %2$d steps done', 'counterfoil' ),
					done,
					steps.length
				) }
			</p>
			<ul className="counterfoil-checklist">
				{ steps.map( ( step ) => (
					<li key={ step.id } className={ step.done ? 'is-done' : '' }>
						{ step.done && <Icon icon={ check } size={ 20 } aria-hidden="true" /> }
						{ step.done ? (
							<span>
								{ step.title }{ ' ' }
								<span className="screen-reader-text">{ __( '(done)', 'counterfoil' ) }</span>
							</span>
						) : (
							<a href={ `#${ step.screen }` }>{ step.title }</a>
						) }
					</li>
				) ) }
			</ul>
		</section>
	);
}
