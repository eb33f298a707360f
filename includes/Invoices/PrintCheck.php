<?php

declare(strict_types=1);

namespace Counterfoil\Invoices;

use Counterfoil\Documents\Paper;
use Counterfoil\Documents\Text\Glyphs;

/**
 * Finds what people typed that the paper's fonts can't draw. What the product writes by itself can be
 * (DocumentLanguage::on_paper()), so whatever is left was typed.
 */
final readonly class PrintCheck
{
    /** Characters that are named; more of them make a sentence nobody reads. */
    private const NAMED = 10;

    public function __construct(private Glyphs $glyphs)
    {
    }

    /** @return array<string, string> what to do about it, by the JSON pointer of the draft's field; empty when all can be drawn */
    public function problems(Paper $paper): array
    {
        $said = [];
        foreach ($this->typed($paper) as [$pointer, $where, $texts]) {
            $missing = $this->glyphs->missing(str_replace([Paper::NUMBER, Paper::CREDITOR_REFERENCE], '', implode("\n", $texts)));
            if ($missing !== [] && ! isset($said[$pointer])) {
                $said[$pointer] = sprintf(
                    /* translators: 1: where it stands ("Line 2", "Client"), 2: characters */
                    __('%1$s: the PDF can’t show %2$s. Use other characters or choose a PDF font under Settings > Document design.', 'counterfoil'),
                    $where,
                    self::named($missing)
                );
            }
        }

        return $said;
    }

    /** @return iterable<array{string, string, list<string|null>}> pointer, what people call it, what is written there */
    private function typed(Paper $paper): iterable
    {
        foreach ($paper->lines as $i => $line) {
            /* translators: %d: number of a line of the invoice */
            $where = sprintf(__('Line %d', 'counterfoil'), $i + 1);
            yield ["/lines/{$i}/description", $where, [$line['description']]];
            yield ["/lines/{$i}/tax", $where, [$line['tax']]];
        }
        yield ['/message', __('Message', 'counterfoil'), [$paper->message]];
        yield ['/client_id', __('Client', 'counterfoil'), [$paper->buyer['name'], ...$paper->buyer['lines']]];
        yield ['/lines', __('Tax', 'counterfoil'), [...array_values($paper->columns), ...array_column($paper->totals, 'label')]];
        yield ['/website_id', __('Website or invoice number', 'counterfoil'), [$paper->title, ...array_column($paper->facts, 'value')]];
        yield ['/seller', __('Your business details', 'counterfoil'), [$paper->seller['name'], ...$paper->seller['lines']]];
        yield ['/seller', __('Bank account', 'counterfoil'), $paper->transfer['lines'] ?? []];
        yield ['/footer', __('Invoice footer', 'counterfoil'), [$paper->footer]];
    }

    /** @param non-empty-list<string> $characters */
    private static function named(array $characters): string
    {
        $shown = array_map(static fn (string $character): string => "“{$character}”", array_slice($characters, 0, self::NAMED));

        return implode(', ', $shown) . (count($characters) > self::NAMED ? ' …' : '');
    }
}
