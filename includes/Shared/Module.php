<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

/**
 * A noun's door: the only place of it that adds hooks and makes objects. Everything it makes is made
 * when it is first asked for, so that a page that needs nothing of it pays nothing.
 */
interface Module
{
    public function register(): void;
}
