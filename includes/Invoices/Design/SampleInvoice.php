<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Design;

use Closure;
use Counterfoil\Business\Business;
use Counterfoil\Business\TaxRateRepository;
use Counterfoil\Clients\BuyerProfile;
use Counterfoil\Clients\Client;
use Counterfoil\Documents\DocumentKind;
use Counterfoil\Documents\NumberingRepository;
use Counterfoil\Documents\Paper;
use Counterfoil\Documents\PaperDesign;
use Counterfoil\Documents\Text\Glyphs;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\InvoiceFacts;
use Counterfoil\Invoices\InvoiceLine;
use Counterfoil\Invoices\InvoiceTerms;
use Counterfoil\Invoices\InvoiceWording;
use Counterfoil\Invoices\Invoicing\Invoicing;
use Counterfoil\Invoices\Supply;
use Counterfoil\Invoices\Tax;
use Counterfoil\Invoices\TaxCategory;
use Counterfoil\Invoices\TaxMode;
use Counterfoil\Portals\Logo;
use Counterfoil\Portals\PortalRepository;
use Counterfoil\Shared\Address;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\SafeImage;
use Counterfoil\Websites\Website;
use DateTimeImmutable;

/** An invoice of this business to a client that does not exist, with something in every field: to see how a design looks. Nothing is saved. */
final readonly class SampleInvoice
{
    /**
     * @param Closure(): Business $business
     * @param Closure(): Calendar $calendar
     * @param Closure(): Invoicing $invoicing
     */
    public function __construct(
        private PortalRepository $portals,
        private Logo $logo,
        private NumberingRepository $numbering,
        private Glyphs $glyphs,
        private TaxRateRepository $rates,
        private Closure $business,
        private Closure $calendar,
        private Closure $invoicing,
    ) {
    }

    /** @param string $locale the client's language, "pl_PL"; empty for the business's own */
    public function paper(PaperDesign $design, string $locale): Paper
    {
        $business = ($this->business)();
        $spoken = $locale !== '' ? $locale : $business->locale;
        $today = ($this->calendar)()->today();

        return DocumentLanguage::on_paper($spoken, $this->glyphs, function (DocumentLanguage $language) use ($design, $business, $locale, $today): Paper {
            $portal = $this->portals->default();
            $logo = $this->logo->data($portal);
            $terms = $this->terms($business, $today);

            return (new InvoiceWording(new InvoiceFacts(
                $terms,
                $terms->totals(),
                $business,
                $portal,
                $logo === null ? null : new SafeImage($logo['mime'], $logo['base64'], $logo['width'], $logo['height']),
                $design,
                self::client($business, $locale, $today),
                new Website(0, 0, 'example.com', 'https://example.com'),
                $this->numbering->format(DocumentKind::Invoice)->text($this->numbering->next_number(DocumentKind::Invoice), $today),
                $today,
                can_be_paid_online: true,
            ), $language))->paper();
        });
    }

    private static function client(Business $business, string $locale, string $today): Client
    {
        return new Client(
            0,
            0,
            __('Sample Client', 'counterfoil'),
            'client@example.com',
            '',
            Address::from(['line1' => __('1 Sample Street', 'counterfoil'), 'country' => $business->address->country]),
            '',
            $business->currency,
            $locale,
            new DateTimeImmutable($today),
            new BuyerProfile(tax_number: '123-456-78-90', registration_number: '0000123456', reference: 'REF-1024'),
        );
    }

    private function terms(Business $business, string $today): InvoiceTerms
    {
        $tax = Tax::of_rate($this->rates->usual()) ?? new Tax('VAT', '0', TaxCategory::Zero);
        $unit = 10 ** $business->currency->decimals;

        return new InvoiceTerms(
            null,
            null,
            $business->currency,
            TaxMode::Exclusive,
            Calendar::add_days($today, ($this->invoicing)()->due_days),
            [
                new InvoiceLine(null, __('Website design', 'counterfoil'), '1', 1200 * $unit, tax: $tax),
                new InvoiceLine(null, __('Website maintenance', 'counterfoil'), '3', 80 * $unit, tax: $tax, unit_code: 'HUR'),
            ],
            message: __('Thank you for your business.', 'counterfoil'),
            supply: new Supply(substr($today, 0, 8) . '01', $today),
            purchase_order: 'PO-2048',
        );
    }
}
