<?php

declare(strict_types=1);

use Counterfoil\Shared\Html;

/** @var Counterfoil\Business\Look $view */

defined('ABSPATH') || exit;

?>
<?php if ($view->logo !== null) : ?>
    <img class="cf-brand__logo" src="<?php echo esc_url($view->logo['url']); ?>" width="<?php echo Html::escape((string) $view->logo['width']); ?>" height="<?php echo Html::escape((string) $view->logo['height']); ?>" alt="<?php echo Html::escape($view->name); ?>">
<?php else : ?>
    <span class="cf-brand__name"><bdi><?php echo Html::escape($view->name); ?></bdi></span>
<?php endif; ?>
