<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\ProFormas;

use Counterfoil\Documents\Paper;
use Counterfoil\Documents\Text\Glyphs;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceArchive;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\InvoiceTotals;
use Counterfoil\Invoices\VatExchange;
use Counterfoil\Shared\DomainError;

/** What an invoice says that a pro-forma's payment makes, before its number is known. */
final readonly class PrepareMadeInvoice
{
    public function __construct(private InvoiceRepository $invoices, private InvoiceArchive $archive, private VatExchange $exchange, private Glyphs $glyphs)
    {
    }

    /**
     * @param string $day of issue, in the business's time zone
     * @param string $paid_on the day its money was complete
     */
    public function handle(Invoice $pro_forma, string $day, string $paid_on): MadeInvoiceForm
    {
        $content = ($this->archive->form($pro_forma->id) ?? throw DomainError::not_found())->content;
        $terms = $this->invoices->terms($pro_forma);
        // Money waits for no rate: where that of the day is not known yet, the last one that is has to do. It is printed with its day.
        $exchange = $this->exchange->of_known($terms, InvoiceTotals::stored($pro_forma, $terms->lines));
        $paper = DocumentLanguage::on_paper(
            (string) $content['locale'],
            $this->glyphs,
            static fn (DocumentLanguage $language): Paper => (new MadeInvoicePaper($content['paper'], (string) $pro_forma->number, $day, $paid_on, $exchange, $language))->paper()
        );

        return new MadeInvoiceForm($pro_forma, $content, $paper, $day, $paid_on, $exchange);
    }
}
