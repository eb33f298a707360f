<?php

declare(strict_types=1);

namespace Counterfoil\Products;

enum PlanType: string
{
    case OneTime = 'one_time';
    case Recurring = 'recurring';
}
