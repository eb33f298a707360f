<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Statements\Portal;

use Closure;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Screen;
use Counterfoil\Portals\ScreenOptions;
use Counterfoil\Portals\Tab;
use Counterfoil\Portals\Template;
use Counterfoil\Reports\PeriodName;
use Counterfoil\Reports\Statements\ReadStatement;
use Counterfoil\Reports\Statements\Statement;
use Counterfoil\Reports\Statements\StatementLine;
use Counterfoil\Reports\Statements\StatementPage;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Rest\Cursor;

/** The client's statement of account, a period and a page at a time. */
final readonly class StatementScreen implements Screen
{
    public const WORD = 'statement';

    private const TEMPLATE = __DIR__ . '/templates/statement.php';
    private const PER_PAGE = 50;

    /** @param Closure(): string $today the business's */
    public function __construct(private ReadStatement $read, private PortalUrls $urls, private Closure $today)
    {
    }

    public function needs(): string
    {
        return 'billing.view';
    }

    public function fits(Location $location): bool
    {
        return true;
    }

    public function client_of(Location $location): ?int
    {
        return null;
    }

    public function shows_money(): bool
    {
        return true;
    }

    public function tab(Reader $reader): Tab
    {
        return new Tab(__('Statement', 'counterfoil'), 15);
    }

    public function open(Reader $reader, Location $location): OpenedScreen
    {
        return new OpenedScreen(
            __('Statement of account', 'counterfoil'),
            fn (ScreenOptions $options): string => DocumentLanguage::speak(
                determine_locale(),
                fn (DocumentLanguage $language): string => Template::draw(self::TEMPLATE, $this->view($reader, $location, $language))
            ),
            tab: self::WORD
        );
    }

    private function view(Reader $reader, Location $location, DocumentLanguage $language): StatementView
    {
        $chosen = ChosenPeriod::from_location($location, ($this->today)());
        $statement = $this->read->of($reader->client_id, $chosen->period, $chosen->currency, $reader->viewer);
        $after = self::after($statement, $location);
        $page = $this->read->page($statement, $language->numbers, $reader->viewer, self::PER_PAGE, $after);
        $args = $chosen->to_args($statement->currency->code);
        $to = fn (string $word, array $more = []): string => $this->urls->to($reader->portal, $word, $args + $more);
        $next = Cursor::next($statement->list_name(), $page->next);
        $balance = $statement->balances[$statement->currency->code]['closing'];
        $money = static fn (int $amount): string => $language->numbers->money(new Money($amount, $statement->currency));

        return new StatementView(
            $this->urls->to($reader->portal, self::WORD),
            array_map(static fn (PeriodName $name): array => ['value' => $name->value, 'label' => $name->label(), 'is_chosen' => $name === $chosen->name()], PeriodName::cases()),
            $chosen->from(),
            $chosen->to(),
            $chosen->error,
            array_keys($statement->balances),
            $statement->currency->code,
            /* translators: 1: first day, 2: last day */
            sprintf(__('%1$s to %2$s', 'counterfoil'), $language->day($statement->period->from), $language->day($statement->period->to)),
            $language->numbers->money($statement->opening()),
            $language->numbers->money($statement->closing()),
            $money($balance->receivable),
            $balance->credit === 0 ? '' : $money($balance->credit),
            $balance->prepaid === 0 ? '' : $money($balance->prepaid),
            self::rows($page, $after !== null, $language, fn (int $id): string => $this->urls->invoice($reader->portal, $id)),
            $after === null ? null : $to(self::WORD),
            $next === null ? null : $to(self::WORD, ['after' => $next]),
            $to(StatementFileScreen::PDF),
            $to(StatementFileScreen::CSV),
        );
    }

    /** @return list<int|string>|null null for the first page, and where the address was altered */
    private static function after(Statement $statement, Location $location): ?array
    {
        try {
            return isset($location->filters['after']) ? Cursor::decode($statement->list_name(), $location->filters['after']) : null;
        } catch (DomainError) {
            return null;
        }
    }

    /**
     * @param Closure(int): string $url of an invoice
     * @return list<StatementRow>
     */
    private static function rows(StatementPage $page, bool $goes_on, DocumentLanguage $language, Closure $url): array
    {
        $money = static fn (Money $money): string => $money->is_zero() ? '' : $language->numbers->money($money);
        $first = $goes_on ? [new StatementRow('', __('Balance carried forward', 'counterfoil'), null, '', '', $language->numbers->money($page->opening))] : [];

        return [...$first, ...array_map(static fn (StatementLine $line): StatementRow => new StatementRow(
            $language->day($line->day),
            $line->text,
            $line->subject === null ? null : $url($line->subject['id']),
            $money($line->charged),
            $money(new Money(-$line->relieved->amount, $line->relieved->currency)),
            $language->numbers->money($line->balance),
        ), $page->lines)];
    }
}
