<?php

declare(strict_types=1);

use Counterfoil\Portal\PageTemplate;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Html;

/** @var Counterfoil\Portal\Views\FrameView $view */


defined('ABSPATH') || exit;

$tag = $view->heading;
?>
<div class="cf-portal cf-portal--narrow" style="<?php echo Html::escape($view->look->css()); ?>">
    <div class="cf-card">
        <?php if ($view->shows_brand) : ?>
            <p class="cf-brand">
                <?php echo Template::draw(PageTemplate::BRAND, $view->look); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a template?>
            </p>
        <?php endif; ?>
        <<?php echo tag_escape($tag); ?> class="cf-title"><?php echo Html::escape($view->title); ?></<?php echo tag_escape($tag); ?>>
        <?php echo $view->content; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- drawn by another template?>
    </div>
</div>
