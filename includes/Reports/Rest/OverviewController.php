<?php

declare(strict_types=1);

namespace Counterfoil\Reports\Rest;

use Closure;
use Counterfoil\Reports\BooksOverview;
use Counterfoil\Reports\OverviewParts;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Database\KeptAnswers;
use Counterfoil\Shared\Overview\OverviewPart;
use Counterfoil\Shared\Rest\Request;
use Counterfoil\Shared\Viewer;
use DateTimeImmutable;

final readonly class OverviewController
{
    /**
     * @param Closure(): BooksOverview $books
     * @param list<Closure(Viewer): list<OverviewPart>> $now what is asked each time
     * @param list<Closure(Viewer): list<OverviewPart>> $of_others
     * @param Closure(): Calendar $calendar
     */
    public function __construct(private KeptAnswers $kept, private Closure $books, private array $now, private array $of_others, private Closure $calendar)
    {
    }

    /** @return array<string, mixed> */
    public function get(Request $request): array
    {
        $viewer = $request->viewer;
        $overview = $this->kept->get(
            'overview',
            [COUNTERFOIL_VERSION, determine_locale(), wp_timezone_string(), $viewer->scope()],
            fn (): array => ($this->books)()->of($viewer),
            fn (): DateTimeImmutable => ($this->calendar)()->begin_of(Calendar::add_days(($this->calendar)()->today(), 1))
        );
        $before = OverviewParts::to_wire($this->now, $viewer);
        $after = OverviewParts::to_wire($this->of_others, $viewer);

        return array_map(static fn (string $kind): array => [...$before[$kind], ...$overview[$kind], ...$after[$kind]], ['notices' => 'notices', 'figures' => 'figures', 'charts' => 'charts']) + $overview;
    }
}
