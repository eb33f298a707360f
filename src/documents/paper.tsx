import './paper.scss';

import type { PaperLine, Paper } from '../contract/documents';
import { readable } from '../shared/contrast';

const NUMBERS = [ 'quantity', 'unit_price', 'discount', 'tax', 'amount' ] as const;

type Column = ( typeof NUMBERS )[ number ];

/** Of the table's ordinary size; where this is not enough, numbers take two lines. */
const SMALLEST = 0.68;

interface Props {
	document: Paper;
}

/**
 * The invoice as a sheet of paper on the screen: what the PDF will look like, without its page breaks.
 * It takes the width of its column; sizes follow, as on a photograph of the page.
 *
 * @param props
 * @param props.document What the server made of the invoice.
 */
export function InvoicePaper( { document }: Props ) {
	const style = {
		'--paper-accent': document.accent,
		'--paper-accent-text': readable( document.accent ),
	} as React.CSSProperties;

	return (
		<div className="counterfoil-paper" style={ style }>
			<article className="counterfoil-paper__sheet" lang={ document.locale } dir={ document.direction }>
				<Letterhead document={ document } />
				<div className="counterfoil-paper__parties">
					<PartyBlock party={ document.seller } />
					<PartyBlock party={ document.buyer } />
				</div>
				<Due document={ document } />
				<Lines document={ document } />
				<Totals totals={ document.totals } />
				{ document.footer && <p className="counterfoil-paper__footer">{ document.footer }</p> }
			</article>
		</div>
	);
}

function Letterhead( { document }: Props ) {
	return (
		<header className="counterfoil-paper__head">
			<div>
				<h2 className="counterfoil-paper__title" dir="auto">
					{ document.title }
				</h2>
				<dl className="counterfoil-paper__facts">
					{ document.facts.map( ( fact, index ) => (
						<div key={ index }>
							<dt>{ fact.label }</dt>
							<dd dir="auto">{ fact.value }</dd>
						</div>
					) ) }
				</dl>
			</div>
			{ document.logo ? (
				<img
					className="counterfoil-paper__logo"
					src={ `data:${ document.logo.mime };base64,${ document.logo.data }` }
					width={ document.logo.width }
					height={ document.logo.height }
					alt={ document.seller.name }
				/>
			) : (
				<p className="counterfoil-paper__brand" dir="auto">
					{ document.seller.name }
				</p>
			) }
		</header>
	);
}

function PartyBlock( { party }: { party: Paper[ 'seller' ] } ) {
	return (
		<div>
			<p className="counterfoil-paper__label">{ party.label }</p>
			<p className="counterfoil-paper__name">
				<bdi>{ party.name }</bdi>
			</p>
			{ party.lines.map( ( line, index ) => (
				<p key={ index }>
					<bdi>{ line }</bdi>
				</p>
			) ) }
		</div>
	);
}

function Due( { document }: Props ) {
	return (
		<div className="counterfoil-paper__due">
			{ document.headline && <p className="counterfoil-paper__headline">{ document.headline }</p> }
			{ document.pay_hint && (
				// On the PDF this is a link; here nobody is to pay by trying it out.
				<p
					className={
						document.pay_hint.url
							? 'counterfoil-paper__hint counterfoil-paper__hint--link'
							: 'counterfoil-paper__hint'
					}
				>
					{ document.pay_hint.text }
				</p>
			) }
			{ document.message && <p className="counterfoil-paper__message">{ document.message }</p> }
		</div>
	);
}

function Lines( { document }: Props ) {
	const columns = NUMBERS.filter( ( column ) => document.columns[ column ] !== null );
	const scale = scaleOfLines( document, columns );
	const className = scale < SMALLEST ? 'counterfoil-paper__lines is-tight' : 'counterfoil-paper__lines';
	const style = { '--paper-lines-scale': Math.max( SMALLEST, scale ) } as React.CSSProperties;

	return (
		<table className={ className } style={ style }>
			<thead>
				<tr>
					<th scope="col">{ document.columns.description }</th>
					{ columns.map( ( column ) => (
						<th key={ column } scope="col">
							{ document.columns[ column ] }
						</th>
					) ) }
				</tr>
			</thead>
			<tbody>
				{ document.lines.map( ( line, index ) => (
					<Line key={ index } line={ line } columns={ columns } />
				) ) }
			</tbody>
		</table>
	);
}

/**
 * How much smaller the table's text has to be for its numbers to stay on one line. An estimate from their
 * lengths: a digit of 9.5 points is 1.92 mm wide, and the description keeps 58 of the sheet's 170 mm.
 *
 * @param document
 * @param columns  Those that are shown.
 */
function scaleOfLines( document: Paper, columns: readonly Column[] ): number {
	const widths = columns.map( ( column ) =>
		Math.max( ...[ document.columns, ...document.lines ].map( ( texts ) => texts[ column ]?.length ?? 0 ) )
	);
	const characters = widths.reduce( ( sum, width ) => sum + width, 0 );

	return Math.min( 1, ( 112 - 5 * columns.length ) / ( characters * 1.92 ) );
}

function Line( { line, columns }: { line: PaperLine; columns: readonly Column[] } ) {
	return (
		<tr>
			<td>
				<bdi>{ line.description }</bdi>
				{ line.detail && (
					<span className="counterfoil-paper__detail">
						<bdi>{ line.detail }</bdi>
					</span>
				) }
			</td>
			{ columns.map( ( column ) => (
				<td key={ column }>{ line[ column ] }</td>
			) ) }
		</tr>
	);
}

function Totals( { totals }: { totals: Paper[ 'totals' ] } ) {
	return (
		<dl className="counterfoil-paper__totals">
			{ totals.map( ( total, index ) => (
				<div key={ index } className={ total.strong ? 'is-strong' : '' }>
					<dt>{ total.label }</dt>
					<dd>{ total.value }</dd>
				</div>
			) ) }
		</dl>
	);
}
