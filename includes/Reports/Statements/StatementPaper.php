<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Statements;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Documents\DesignRepository;
use Counterfoil\Documents\Paper;
use Counterfoil\Documents\PaperField;
use Counterfoil\Documents\Pdf;
use Counterfoil\Documents\PdfFont;
use Counterfoil\Documents\PdfPainter;
use Counterfoil\Documents\Text\Glyphs;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\PartyWording;
use Counterfoil\Portals\Logo;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Rest\Download;
use Counterfoil\Shared\Viewer;

/** A statement as a PDF, in the client's language. It is drawn anew each time: nothing of it is kept. */
final readonly class StatementPaper
{
    /** Entries, about 90 pages: more than that nobody reads, and drawing it takes a server too long. */
    public const MOST = 1_000;

    /**
     * @param Closure(): Business $business
     * @param Closure(): Calendar $calendar
     */
    public function __construct(
        private ReadStatement $read,
        private PortalRepository $portals,
        private Logo $logo,
        private Closure $business,
        private Closure $calendar,
        private PdfPainter $painter,
        private Glyphs $glyphs,
        private PdfFont $font,
        private DesignRepository $designs,
    ) {
    }

    /** @throws DomainError 409 when it has too many entries for paper */
    public function download(Statement $statement, Viewer $viewer, bool $is_saved = false): Download
    {
        $locale = $statement->client->locale !== '' ? $statement->client->locale : ($this->business)()->locale;
        $paper = DocumentLanguage::on_paper($locale, $this->glyphs, fn (DocumentLanguage $language): Paper => $this->paper($statement, $viewer, $language));
        $calendar = ($this->calendar)();
        $name = "statement-{$statement->client->id}-{$statement->period->from}-{$statement->period->to}-{$statement->currency->code}";

        return new Download(Pdf::render($paper, $name, $calendar->begin_of($calendar->today()), $this->painter, $this->font), "{$name}.pdf", is_saved: $is_saved);
    }

    private function paper(Statement $statement, Viewer $viewer, DocumentLanguage $language): Paper
    {
        $business = ($this->business)();
        $portal = $this->portals->get($statement->client->portal_id);
        $design = $this->designs->get();
        $logo = $this->logo->data($portal);
        $parties = new PartyWording($business, $statement->client, $language, $design->shows(...));
        $closing = $statement->closing();
        $money = static fn (Money $money): string => $language->numbers->money($money);
        $of = $statement->balances[$statement->currency->code]['closing'];

        return Paper::from_array([
            'locale' => $language->tag(),
            'direction' => $language->direction,
            'title' => __('Statement of account', 'counterfoil'),
            /* translators: 1: amount of money, 2: date */
            'headline' => sprintf(__('Balance of %1$s on %2$s', 'counterfoil'), $money($closing), $language->day($statement->period->to)),
            'page' => $design->page->value,
            'accent' => $design->accent !== '' ? $design->accent : $portal->colour,
            'logo' => $logo === null || ! $design->shows(PaperField::Logo) ? null : ['mime' => $logo['mime'], 'data' => $logo['base64'], 'width' => $logo['width'], 'height' => $logo['height']],
            'seller' => $parties->seller(),
            'buyer' => ['label' => __('Client', 'counterfoil')] + $parties->buyer(),
            'facts' => [
                ['label' => __('First day', 'counterfoil'), 'value' => $language->day($statement->period->from)],
                ['label' => __('Last day', 'counterfoil'), 'value' => $language->day($statement->period->to)],
                ['label' => __('Currency', 'counterfoil'), 'value' => $statement->currency->code],
            ],
            'columns' => [
                'description' => __('Entry', 'counterfoil'),
                'quantity' => null,
                'unit_price' => __('Charges', 'counterfoil'),
                'discount' => __('Payments and credits', 'counterfoil'),
                'tax' => null,
                'amount' => _x('Balance', 'of an account', 'counterfoil'),
            ],
            'lines' => [
                ['description' => __('Opening balance', 'counterfoil'), 'detail' => $language->day($statement->period->from), 'amount' => $money($statement->opening())],
                ...$this->lines($statement, $viewer, $language),
            ],
            'totals' => [
                ['label' => __('Outstanding', 'counterfoil'), 'value' => $money(new Money($of->receivable, $statement->currency)), 'strong' => false],
                ...($of->credit === 0 ? [] : [['label' => __('Credit balance', 'counterfoil'), 'value' => $money(new Money(-$of->credit, $statement->currency)), 'strong' => false]]),
                ...($of->prepaid === 0 ? [] : [['label' => __('Prepaid', 'counterfoil'), 'value' => $money(new Money(-$of->prepaid, $statement->currency)), 'strong' => false]]),
                ['label' => __('Closing balance', 'counterfoil'), 'value' => $money($closing), 'strong' => true],
            ],
            'footer' => $design->footer === '' ? null : $design->footer,
            /* translators: 1: page number, 2: number of pages */
            'page_label' => __('Page %1$d of %2$d', 'counterfoil'),
        ]);
    }

    /** @return list<array<string, string|null>> */
    private function lines(Statement $statement, Viewer $viewer, DocumentLanguage $language): array
    {
        $lines = [];
        foreach ($this->read->all($statement, $language->numbers, $viewer) as $line) {
            if (count($lines) === self::MOST) {
                throw DomainError::conflict('statement_too_long', __('This statement is too long for a PDF. Choose a shorter period or export it as CSV.', 'counterfoil'));
            }
            $lines[] = [
                'description' => EntryWording::printable($line->text, $this->glyphs),
                'detail' => $language->day($line->day),
                'unit_price' => $line->charged->is_zero() ? null : $language->numbers->money($line->charged),
                'discount' => $line->relieved->is_zero() ? null : $language->numbers->money(new Money(-$line->relieved->amount, $line->relieved->currency)),
                'amount' => $language->numbers->money($line->balance),
            ];
        }

        return $lines;
    }
}
