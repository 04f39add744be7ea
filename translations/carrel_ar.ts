<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en_US">
<context>
    <name>carrel::app::ShellController</name>
    <message>
        <source>Your session has ended. Sign in again: you come back to where you were.</source>
        <translation>انتهت جلستك. سجّل الدخول من جديد وستعود إلى حيث كنت.</translation>
    </message>
    <message>
        <source>Your access was changed or withdrawn. Sign in again, or ask your clinic&apos;s administrator.</source>
        <translation>تغيّرت صلاحية دخولك أو سُحبت. سجّل الدخول من جديد أو اسأل مسؤول النظام في عيادتك.</translation>
    </message>
    <message>
        <source>By your clinic&apos;s policy the copy saved on this computer was removed.</source>
        <translation>أُزيلت النسخة المحفوظة على هذا الحاسوب وفق سياسة عيادتك.</translation>
    </message>
    <message numerus="yes">
        <source>The workspace stopped %n times within a minute. You can try again at %1. If it goes on, call your IT support; what you entered is kept.</source>
        <translation>
            <numerusform>توقفت مساحة العمل خلال دقيقة واحدة. يمكنك المحاولة من جديد عند %1. إذا تكرر ذلك فاتصل بالدعم التقني؛ ما أدخلته محفوظ.</numerusform>
            <numerusform>توقفت مساحة العمل مرة واحدة خلال دقيقة واحدة. يمكنك المحاولة من جديد عند %1. إذا تكرر ذلك فاتصل بالدعم التقني؛ ما أدخلته محفوظ.</numerusform>
            <numerusform>توقفت مساحة العمل مرتين خلال دقيقة واحدة. يمكنك المحاولة من جديد عند %1. إذا تكرر ذلك فاتصل بالدعم التقني؛ ما أدخلته محفوظ.</numerusform>
            <numerusform>توقفت مساحة العمل %n مرات خلال دقيقة واحدة. يمكنك المحاولة من جديد عند %1. إذا تكرر ذلك فاتصل بالدعم التقني؛ ما أدخلته محفوظ.</numerusform>
            <numerusform>توقفت مساحة العمل %n مرة خلال دقيقة واحدة. يمكنك المحاولة من جديد عند %1. إذا تكرر ذلك فاتصل بالدعم التقني؛ ما أدخلته محفوظ.</numerusform>
            <numerusform>توقفت مساحة العمل %n مرة خلال دقيقة واحدة. يمكنك المحاولة من جديد عند %1. إذا تكرر ذلك فاتصل بالدعم التقني؛ ما أدخلته محفوظ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::app::StartProblem</name>
    <message>
        <source>No server is set up yet</source>
        <translation>لم يُضبط أي خادم بعد</translation>
    </message>
    <message>
        <source>The configuration file is not there</source>
        <translation>ملف الإعدادات غير موجود</translation>
    </message>
    <message>
        <source>The configuration cannot be used</source>
        <translation>لا يمكن استخدام الإعدادات</translation>
    </message>
    <message>
        <source>Carrel does not know which server is your clinic’s. Ask IT for the configuration file and start Carrel with it: carrel --config FILE.</source>
        <translation>لا يعرف Carrel أي خادم يخص عيادتك. اطلب ملف الإعدادات من قسم تقنية المعلومات وشغّل Carrel به: carrel --config FILE.</translation>
    </message>
    <message>
        <source>Check the path “%1”, or ask IT for the file, then start Carrel again.</source>
        <translation>تحقق من المسار «%1» أو اطلب الملف من قسم تقنية المعلومات، ثم شغّل Carrel من جديد.</translation>
    </message>
    <message>
        <source>The entry “%1” breaks a rule. Ask IT to correct it, then start Carrel again.</source>
        <translation>القيد «%1» يخالف إحدى القواعد. اطلب من قسم تقنية المعلومات تصحيحه، ثم شغّل Carrel من جديد.</translation>
    </message>
    <message>
        <source>Ask IT to correct the file, then start Carrel again.</source>
        <translation>اطلب من قسم تقنية المعلومات تصحيح الملف، ثم شغّل Carrel من جديد.</translation>
    </message>
    <message>
        <source>A file in the folder “%1” is damaged. It was left as it is. Ask IT to restore it from a backup, or to remove it if this workstation is to be enrolled anew.</source>
        <translation>أحد الملفات في المجلد «%1» تالف، وقد تُرك كما هو. اطلب من قسم تقنية المعلومات استعادته من نسخة احتياطية، أو إزالته إذا كانت محطة العمل هذه ستُسجَّل من جديد.</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be written. Check that the disk is not full and that the folder belongs to you, then start Carrel again.</source>
        <translation>لا يمكن الكتابة في المجلد «%1». تأكد من أن القرص غير ممتلئ ومن أن المجلد ملكك، ثم شغّل Carrel من جديد.</translation>
    </message>
    <message>
        <source>Carrel’s folder on this computer cannot be used</source>
        <translation>لا يمكن استخدام مجلد Carrel على هذا الحاسوب</translation>
    </message>
</context>
<context>
    <name>carrel::carts</name>
    <message>
        <source>This cart was already submitted, so it cannot be changed. Start a new cart.</source>
        <translation>قُدّمت هذه السلة من قبل فلا يمكن تغييرها. ابدأ سلة جديدة.</translation>
    </message>
    <message>
        <source>This cart was abandoned in the meantime. Start a new cart.</source>
        <translation>تُركت هذه السلة في أثناء ذلك. ابدأ سلة جديدة.</translation>
    </message>
    <message>
        <source>This cart has no lines. Add a line, then submit it again.</source>
        <translation>لا بنود في هذه السلة. أضف بندًا، ثم قدّمها من جديد.</translation>
    </message>
    <message>
        <source>A cart holds at most 50 lines. Submit this one and start another.</source>
        <translation>تتسع السلة لما لا يزيد على 50 بندًا. قدّم هذه السلة وابدأ سلة أخرى.</translation>
    </message>
    <message>
        <source>This product is no longer in the catalogue. Remove the line and choose another product.</source>
        <translation>لم يعد هذا المنتج في الدليل. أزل البند واختر منتجًا آخر.</translation>
    </message>
    <message>
        <source>The refill day has passed. Change the line to today or a later day.</source>
        <translation>مضى يوم إعادة الصرف. غيّر البند إلى اليوم أو إلى يوم لاحق.</translation>
    </message>
    <message>
        <source>The refill day is more than a year away. Change the line to an earlier day.</source>
        <translation>يوم إعادة الصرف يبعد أكثر من سنة. غيّر البند إلى يوم أقرب.</translation>
    </message>
    <message>
        <source>The quantity is more than this product allows. Change the line to a smaller quantity.</source>
        <translation>الكمية أكبر مما يسمح به هذا المنتج. غيّر البند إلى كمية أقل.</translation>
    </message>
</context>
<context>
    <name>carrel::carts::CartCommands</name>
    <message>
        <source>Order %1 waits for approval.</source>
        <translation>الطلب %1 ينتظر الاعتماد.</translation>
    </message>
    <message>
        <source>The server has confirmed the order. It waits for approval; its number is on the patient&apos;s card.</source>
        <translation>أكد الخادم الطلب. وهو ينتظر الاعتماد، ورقمه على بطاقة المريض.</translation>
    </message>
</context>
<context>
    <name>carrel::carts::CartEditor</name>
    <message>
        <source>Cart</source>
        <translation>السلة</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Patient card</source>
        <translation>بطاقة المريض</translation>
    </message>
    <message>
        <source>Submit for approval</source>
        <translation>تقديم للاعتماد</translation>
    </message>
    <message>
        <source>Undo remove</source>
        <translation>التراجع عن الإزالة</translation>
    </message>
    <message>
        <source>No lines yet. Find a product below and add it.</source>
        <translation>لا بنود بعد. ابحث عن منتج في الأسفل وأضفه.</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>البنود</translation>
    </message>
    <message>
        <source>The cart was not opened.</source>
        <translation>لم تُفتح السلة.</translation>
    </message>
    <message>
        <source>This cart is no longer here. Choose another cart, or start a new one from the patient&apos;s card.</source>
        <translation>لم تعد هذه السلة موجودة. اختر سلة أخرى، أو ابدأ سلة جديدة من بطاقة المريض.</translation>
    </message>
    <message>
        <source>Add a line before you submit.</source>
        <translation>أضف بندًا قبل التقديم.</translation>
    </message>
    <message>
        <source>%1 for %2, %3.</source>
        <translation>%1 – للمريض %2، %3.</translation>
    </message>
    <message>
        <source>%1 for %2.</source>
        <translation>%1 – للمرجع %2.</translation>
    </message>
    <message>
        <source>Controlled: the prescriber needs a DEA number to approve it.</source>
        <translation>خاضع للرقابة: يحتاج الواصف إلى رقم DEA لاعتماده.</translation>
    </message>
    <message>
        <source>This product is no longer in the catalogue. Remove the line and choose another product.</source>
        <translation>لم يعد هذا المنتج في الدليل. أزل البند واختر منتجًا آخر.</translation>
    </message>
    <message>
        <source>%1 was not added.</source>
        <translation>لم تجرِ إضافة %1.</translation>
    </message>
    <message>
        <source>%1 was not changed.</source>
        <translation>لم يجرِ تغيير %1.</translation>
    </message>
    <message>
        <source>Added %1.</source>
        <translation>تمت إضافة %1.</translation>
    </message>
    <message>
        <source>Changed %1.</source>
        <translation>تم تغيير %1.</translation>
    </message>
    <message>
        <source>The line was not removed.</source>
        <translation>لم يُزل البند.</translation>
    </message>
    <message>
        <source>Line removed.</source>
        <translation>أُزيل البند.</translation>
    </message>
    <message>
        <source>The line was not put back.</source>
        <translation>لم يُعد البند.</translation>
    </message>
    <message>
        <source>Line put back.</source>
        <translation>أُعيد البند.</translation>
    </message>
    <message>
        <source>A line is not finished. Add it or cancel it, then submit.</source>
        <translation>أحد البنود غير مكتمل. أضفه أو ألغه، ثم قدّم السلة.</translation>
    </message>
    <message>
        <source>The cart was not submitted.</source>
        <translation>لم تُقدَّم السلة.</translation>
    </message>
    <message>
        <source>Submitted for approval. Order number follows when the server confirms.</source>
        <translation>قُدّمت للاعتماد. يأتي رقم الطلب عندما يؤكد الخادم.</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>لا بنود</numerusform>
            <numerusform>بند واحد</numerusform>
            <numerusform>بندان</numerusform>
            <numerusform>%n بنود</numerusform>
            <numerusform>%n بندًا</numerusform>
            <numerusform>%n بند</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::carts::CartListModel</name>
    <message>
        <source>Changed %1 ago</source>
        <translation>آخر تغيير منذ %1</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>البنود</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>آخر تغيير</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>لا بنود</numerusform>
            <numerusform>بند واحد</numerusform>
            <numerusform>بندان</numerusform>
            <numerusform>%n بنود</numerusform>
            <numerusform>%n بندًا</numerusform>
            <numerusform>%n بند</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::carts::CartsPage</name>
    <message>
        <source>Carts</source>
        <translation>السلال</translation>
    </message>
    <message>
        <source>Open carts</source>
        <translation>السلال المفتوحة</translation>
    </message>
    <message>
        <source>No cart open</source>
        <translation>لا سلة مفتوحة</translation>
    </message>
    <message>
        <source>Choose a cart on the left, or start one from a patient&apos;s card.</source>
        <translation>اختر سلة من القائمة، أو ابدأ سلة من بطاقة المريض.</translation>
    </message>
    <message>
        <source>The cart was not opened. %1</source>
        <translation>لم تُفتح السلة. %1</translation>
    </message>
    <message>
        <source>This cart is no longer here: it was submitted or abandoned, or you may not see it. Choose another one.</source>
        <translation>لم تعد هذه السلة هنا: إما قُدّمت أو تُركت، أو لا يجوز لك الاطلاع عليها. اختر سلة أخرى.</translation>
    </message>
    <message>
        <source>The cart was not shown because the view could not be recorded. Try again; if it stays, tell your IT support.</source>
        <translation>لم تُعرض السلة لأنه تعذر تسجيل الاطلاع عليها. أعد المحاولة؛ إذا استمر ذلك فأبلغ الدعم التقني.</translation>
    </message>
    <message>
        <source>No open carts. Start one from a patient&apos;s card.</source>
        <translation>لا سلال مفتوحة. ابدأ سلة من بطاقة المريض.</translation>
    </message>
    <message>
        <source>Your changes are kept on this computer.</source>
        <translation>تُحفظ تغييراتك على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Offline: your changes are kept here and sent when the server answers.</source>
        <translation>دون اتصال: تُحفظ تغييراتك هنا وتُرسل عندما يستجيب الخادم.</translation>
    </message>
    <message>
        <source>Opening the cart…</source>
        <translation>يجري فتح السلة…</translation>
    </message>
    <message numerus="yes">
        <source>%n carts, latest change first</source>
        <translation>
            <numerusform>لا سلال</numerusform>
            <numerusform>سلة واحدة</numerusform>
            <numerusform>سلتان، الأحدث تغييرًا أولًا</numerusform>
            <numerusform>%n سلال، الأحدث تغييرًا أولًا</numerusform>
            <numerusform>%n سلة، الأحدث تغييرًا أولًا</numerusform>
            <numerusform>%n سلة، الأحدث تغييرًا أولًا</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::carts::LineEditor</name>
    <message>
        <source>What was typed before could not be read. %1</source>
        <translation>تعذرت قراءة ما كُتب من قبل. %1</translation>
    </message>
    <message>
        <source>What you typed could not be kept for a lock. %1</source>
        <translation>تعذر الاحتفاظ بما كتبته لحين القفل. %1</translation>
    </message>
    <message>
        <source>Add a product</source>
        <translation>إضافة منتج</translation>
    </message>
</context>
<context>
    <name>carrel::carts::LineForm</name>
    <message>
        <source>Dispense on a refill day</source>
        <translation>الصرف في يوم إعادة الصرف</translation>
    </message>
    <message>
        <source>Add line</source>
        <translation>إضافة بند</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>الكمية</translation>
    </message>
    <message>
        <source>Refill day</source>
        <translation>يوم إعادة الصرف</translation>
    </message>
    <message>
        <source>Calendar of refill days</source>
        <translation>تقويم أيام إعادة الصرف</translation>
    </message>
    <message>
        <source>Cancel line</source>
        <translation>إلغاء البند</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>ال&amp;كمية</translation>
    </message>
    <message>
        <source>Save line</source>
        <translation>حفظ البند</translation>
    </message>
    <message>
        <source>Quantity must be at least 1.</source>
        <translation>يجب ألا تقل الكمية عن 1.</translation>
    </message>
    <message>
        <source>Quantity must be at most %1 for one line.</source>
        <translation>يجب ألا تزيد الكمية في البند الواحد على %1.</translation>
    </message>
    <message>
        <source>of at most %1</source>
        <translation>من حد أقصى %1</translation>
    </message>
</context>
<context>
    <name>carrel::carts::LineList</name>
    <message>
        <source>refill on %1</source>
        <translation>إعادة الصرف في %1</translation>
    </message>
    <message>
        <source>dispense now</source>
        <translation>الصرف الآن</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Change line %1</source>
        <translation>تغيير البند %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Remove line %1</source>
        <translation>إزالة البند %1</translation>
    </message>
</context>
<context>
    <name>carrel::carts::ProductPicker</name>
    <message>
        <source>Show all</source>
        <translation>عرض الكل</translation>
    </message>
    <message>
        <source>Find a product</source>
        <translation>البحث عن منتج</translation>
    </message>
    <message>
        <source>Product or brand name</source>
        <translation>اسم المنتج أو الاسم التجاري</translation>
    </message>
    <message>
        <source>Products found</source>
        <translation>المنتجات التي عُثر عليها</translation>
    </message>
    <message>
        <source>Show all products</source>
        <translation>عرض كل المنتجات</translation>
    </message>
    <message>
        <source>The catalogue is empty.</source>
        <translation>الدليل فارغ.</translation>
    </message>
    <message>
        <source>No product matches. Check the spelling, or type the first letters only.</source>
        <translation>لا منتج مطابق. تحقق من الكتابة، أو اكتب الأحرف الأولى فقط.</translation>
    </message>
    <message>
        <source>Showing %1 of %2</source>
        <translation>المعروض %1 من %2</translation>
    </message>
    <message>
        <source>%1. Choose one with the arrow keys, then press Enter.</source>
        <translation>%1. اختر واحدًا بمفاتيح الأسهم، ثم اضغط مفتاح الإدخال.</translation>
    </message>
    <message numerus="yes">
        <source>%n products</source>
        <translation>
            <numerusform>لا منتجات</numerusform>
            <numerusform>منتج واحد</numerusform>
            <numerusform>منتجان</numerusform>
            <numerusform>%n منتجات</numerusform>
            <numerusform>%n منتجًا</numerusform>
            <numerusform>%n منتج</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n products match</source>
        <translation>
            <numerusform>لا منتج مطابق</numerusform>
            <numerusform>منتج واحد مطابق</numerusform>
            <numerusform>منتجان مطابقان</numerusform>
            <numerusform>%n منتجات مطابقة</numerusform>
            <numerusform>%n منتجًا مطابقًا</numerusform>
            <numerusform>%n منتج مطابق</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::format</name>
    <message>
        <source>Booked</source>
        <translation>محجوز</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>وصل</translation>
    </message>
    <message>
        <source>In room</source>
        <translation>في الغرفة</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>No show</source>
        <translation>لم يحضر</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>مفتوحة</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>قُدّم</translation>
    </message>
    <message>
        <source>Abandoned</source>
        <translation>متروكة</translation>
    </message>
    <message>
        <source>Awaiting approval</source>
        <translation>ينتظر الاعتماد</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>معتمد</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Sent to pharmacy</source>
        <translation>أُرسل إلى الصيدلية</translation>
    </message>
    <message>
        <source>Dispensed</source>
        <translation>صُرف</translation>
    </message>
    <message>
        <source>Question about the dose</source>
        <translation>سؤال عن الجرعة</translation>
    </message>
    <message>
        <source>Interaction with another medication</source>
        <translation>تداخل مع دواء آخر</translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation>حساسية</translation>
    </message>
    <message>
        <source>Patient needs a visit first</source>
        <translation>تلزم زيارة المريض أولًا</translation>
    </message>
    <message>
        <source>Duplicate of another order</source>
        <translation>تكرار لطلب آخر</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>سبب آخر</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>يناير</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>فبراير</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>مارس</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>أبريل</translation>
    </message>
    <message>
        <source>May</source>
        <translation>مايو</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>يونيو</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>يوليو</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>أغسطس</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>سبتمبر</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>أكتوبر</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>نوفمبر</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>ديسمبر</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>أقل من دقيقة</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتين</numerusform>
            <numerusform>%n دقائق</numerusform>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>%n دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n ساعة</numerusform>
            <numerusform>ساعة واحدة</numerusform>
            <numerusform>ساعتين</numerusform>
            <numerusform>%n ساعات</numerusform>
            <numerusform>%n ساعة</numerusform>
            <numerusform>%n ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n يوم</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومين</numerusform>
            <numerusform>%n أيام</numerusform>
            <numerusform>%n يومًا</numerusform>
            <numerusform>%n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>Schedule %1</source>
        <translation>الجدول %1</translation>
    </message>
    <message>
        <source>Another clinic</source>
        <translation>عيادة أخرى</translation>
    </message>
    <message>
        <source>%1d</source>
        <translation>%1 يوم</translation>
    </message>
    <message>
        <source>%1w</source>
        <translation>%1 أسبوع</translation>
    </message>
    <message>
        <source>%1m</source>
        <translation>%1 شهرًا</translation>
    </message>
    <message>
        <source>%1y</source>
        <translation>%1 سنة</translation>
    </message>
    <message>
        <source>Birth date not recorded</source>
        <translation>تاريخ الميلاد غير مسجل</translation>
    </message>
    <message>
        <source>Born %1</source>
        <translation>تاريخ الميلاد %1</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>أنثى</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>ذكر</translation>
    </message>
    <message>
        <source>Intersex</source>
        <translation>ثنائي الجنس</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>غير مسجل</translation>
    </message>
    <message>
        <source>Known allergies</source>
        <translation>حساسيات معروفة</translation>
    </message>
    <message>
        <source>No known allergies</source>
        <translation>لا حساسيات معروفة</translation>
    </message>
    <message>
        <source>Allergies not recorded</source>
        <translation>الحساسيات غير مسجلة</translation>
    </message>
    <message>
        <source>Allergies unavailable</source>
        <translation>الحساسيات غير متاحة</translation>
    </message>
</context>
<context>
    <name>carrel::format::PatientBanner</name>
    <message>
        <source>Patient banner</source>
        <translation>شريط المريض</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>الجنس</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Name not shown to your role</source>
        <translation>لا يُعرض الاسم لدورك</translation>
    </message>
</context>
<context>
    <name>carrel::frame::CacheProblemWindow</name>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>The data on this computer cannot be opened</source>
        <translation>لا يمكن فتح البيانات على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Keep what can be read</source>
        <translation>الاحتفاظ بما يمكن قراءته</translation>
    </message>
    <message>
        <source>Carrel reads every action and draft that can still be read into a new file, and says how many could not be read. The damaged file stays on this computer, still encrypted.</source>
        <translation>يقرأ Carrel كل إجراء ومسودة ما زال يمكن قراءتهما إلى ملف جديد، ويذكر عدد ما تعذّرت قراءته. يبقى الملف التالف مشفّرًا على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Set the file aside and start</source>
        <translation>وضع الملف جانبًا والبدء</translation>
    </message>
    <message>
        <source>Actions and drafts that were not sent stay in their file on this computer, which is not changed; your IT support may be able to open it with the earlier key. Everything else is loaded again from the clinic&apos;s server.</source>
        <translation>تبقى الإجراءات والمسودات التي لم تُرسل في ملفها على هذا الحاسوب دون تغيير، وقد يستطيع الدعم التقني فتحه بالمفتاح السابق. ويُحمَّل كل ما عدا ذلك من خادم العيادة مجددًا.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>carrel::frame::CountdownBanner</name>
    <message>
        <source>Stay here</source>
        <translation>البقاء هنا</translation>
    </message>
    <message>
        <source>Stay here, do not lock</source>
        <translation>البقاء هنا دون قفل</translation>
    </message>
    <message>
        <source>Locking in %1 s — press any key to stay</source>
        <translation>القفل بعد %1 ث — اضغط أي مفتاح للبقاء</translation>
    </message>
</context>
<context>
    <name>carrel::frame::Freshness</name>
    <message>
        <source>Server not trusted · call IT</source>
        <translation>خادم غير موثوق · اتصل بالدعم التقني</translation>
    </message>
    <message>
        <source>Server not trusted · call IT · showing data as of %1, %2 old</source>
        <translation>خادم غير موثوق · اتصل بالدعم التقني · البيانات حتى %1، منذ %2</translation>
    </message>
    <message>
        <source>Not trusted · as of %1</source>
        <translation>غير موثوق · حتى %1</translation>
    </message>
    <message>
        <source>Offline · no data yet</source>
        <translation>دون اتصال · لا بيانات بعد</translation>
    </message>
    <message>
        <source>Offline · showing data as of %1, %2 old</source>
        <translation>دون اتصال · البيانات حتى %1، منذ %2</translation>
    </message>
    <message>
        <source>Loading for the first time</source>
        <translation>يجري التحميل لأول مرة</translation>
    </message>
    <message>
        <source>Connecting · showing data as of %1</source>
        <translation>يجري الاتصال · البيانات حتى %1</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>يجري الاتصال…</translation>
    </message>
    <message>
        <source>Online · as of %1</source>
        <translation>متصل · حتى %1</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Offline · as of %1</source>
        <translation>دون اتصال · حتى %1</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>جارٍ التحميل</translation>
    </message>
    <message>
        <source>Connecting · as of %1</source>
        <translation>جارٍ الاتصال · حتى %1</translation>
    </message>
</context>
<context>
    <name>carrel::frame::HeaderBar</name>
    <message>
        <source>First loading</source>
        <translation>التحميل الأول</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>قفل</translation>
    </message>
    <message>
        <source>Lock this workstation (Ctrl+L)</source>
        <translation>قفل محطة العمل هذه (Ctrl+L)</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>العيادة</translation>
    </message>
    <message>
        <source>All clinics</source>
        <translation>كل العيادات</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>لا شيء بانتظار الإرسال</numerusform>
            <numerusform>إجراء واحد بانتظار الإرسال</numerusform>
            <numerusform>إجراءان بانتظار الإرسال</numerusform>
            <numerusform>%n إجراءات بانتظار الإرسال</numerusform>
            <numerusform>%n إجراءً بانتظار الإرسال</numerusform>
            <numerusform>%n إجراء بانتظار الإرسال</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept safely on this computer until the clinic&apos;s server has answered.</source>
        <translation>محفوظ بأمان على هذا الحاسوب إلى أن يستجيب خادم العيادة.</translation>
    </message>
</context>
<context>
    <name>carrel::frame::LeaveBanner</name>
    <message>
        <source>Keep working</source>
        <translation>متابعة العمل</translation>
    </message>
    <message>
        <source>Sign out now</source>
        <translation>تسجيل الخروج الآن</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) wait to be sent. You are signed out as soon as the clinic&apos;s server has them. If you sign out now, they stay safe on this computer and are sent when you sign in here again.</source>
        <translation>
            <numerusform>لا توجد إجراءات في انتظار الإرسال (%n). سيتم تسجيل خروجك حالما يستلمها خادم العيادة. إذا سجّلت الخروج الآن، فستبقى محفوظة بأمان على هذا الحاسوب وتُرسل عند تسجيل دخولك هنا مرة أخرى.</numerusform>
            <numerusform>إجراء واحد (%n) في انتظار الإرسال. سيتم تسجيل خروجك حالما يستلمه خادم العيادة. إذا سجّلت الخروج الآن، فسيبقى محفوظًا بأمان على هذا الحاسوب ويُرسل عند تسجيل دخولك هنا مرة أخرى.</numerusform>
            <numerusform>إجراءان (%n) في انتظار الإرسال. سيتم تسجيل خروجك حالما يستلمهما خادم العيادة. إذا سجّلت الخروج الآن، فسيبقيان محفوظين بأمان على هذا الحاسوب ويُرسلان عند تسجيل دخولك هنا مرة أخرى.</numerusform>
            <numerusform>%n إجراءات في انتظار الإرسال. سيتم تسجيل خروجك حالما يستلمها خادم العيادة. إذا سجّلت الخروج الآن، فستبقى محفوظة بأمان على هذا الحاسوب وتُرسل عند تسجيل دخولك هنا مرة أخرى.</numerusform>
            <numerusform>%n إجراءً في انتظار الإرسال. سيتم تسجيل خروجك حالما يستلمها خادم العيادة. إذا سجّلت الخروج الآن، فستبقى محفوظة بأمان على هذا الحاسوب وتُرسل عند تسجيل دخولك هنا مرة أخرى.</numerusform>
            <numerusform>%n إجراء في انتظار الإرسال. سيتم تسجيل خروجك حالما يستلمها خادم العيادة. إذا سجّلت الخروج الآن، فستبقى محفوظة بأمان على هذا الحاسوب وتُرسل عند تسجيل دخولك هنا مرة أخرى.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::frame::Navigation</name>
    <message>
        <source>Front desk</source>
        <translation>الاستقبال</translation>
    </message>
    <message>
        <source>Medical assistant</source>
        <translation>المساعد الطبي</translation>
    </message>
    <message>
        <source>Prescriber</source>
        <translation>الواصف</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>المالك</translation>
    </message>
    <message>
        <source>Privacy officer</source>
        <translation>مسؤول الخصوصية</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>المبيعات</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>مسؤول النظام</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>الدعم</translation>
    </message>
</context>
<context>
    <name>carrel::frame::NavigationPanel</name>
    <message>
        <source>%1 (Alt+%2)</source>
        <translation>%1 (Alt+%2)</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>الاختصارات</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Keyboard shortcuts (F1)</source>
        <translation>اختصارات لوحة المفاتيح (F1)</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
</context>
<context>
    <name>carrel::frame::ShortcutHelp</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>الانتقال إلى %1</translation>
    </message>
    <message>
        <source>Search or go to the page&apos;s first field</source>
        <translation>البحث أو الانتقال إلى أول حقل في الصفحة</translation>
    </message>
    <message>
        <source>Fetch what is new from the server</source>
        <translation>جلب الجديد من الخادم</translation>
    </message>
    <message>
        <source>Lock this workstation</source>
        <translation>قفل محطة العمل هذه</translation>
    </message>
    <message>
        <source>Show this list</source>
        <translation>عرض هذه القائمة</translation>
    </message>
    <message>
        <source>Tab, arrow keys</source>
        <translation>مفتاح Tab ومفاتيح الأسهم</translation>
    </message>
    <message>
        <source>Move between fields, move inside lists</source>
        <translation>التنقل بين الحقول وداخل القوائم</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>مفتاح الإدخال</translation>
    </message>
    <message>
        <source>Open the chosen row</source>
        <translation>فتح السطر المختار</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Close shortcuts</source>
        <translation>إغلاق الاختصارات</translation>
    </message>
</context>
<context>
    <name>carrel::frame::WorkspaceWindow</name>
    <message>
        <source>Nothing to do here for your role</source>
        <translation>لا عمل هنا لدورك</translation>
    </message>
    <message>
        <source>Your role has no work in this window. Ask your administrator if that is not right.</source>
        <translation>ليس لدورك عمل في هذه النافذة. اسأل مسؤول النظام إذا لم يكن ذلك صحيحًا.</translation>
    </message>
    <message>
        <source>Carrel — %1</source>
        <translation>Carrel — %1</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) from the clinic&apos;s server could not be read and is not shown here. Everything else is complete. Your IT support should update Carrel on this computer.</source>
        <translation>
            <numerusform>لا سجلات غير مقروءة (%n). وكل ما عدا ذلك كامل. ينبغي أن يحدّث قسم تقنية المعلومات Carrel على هذا الحاسوب.</numerusform>
            <numerusform>سجل واحد (%n) من خادم العيادة لم يمكن قراءته ولا يظهر هنا. وكل ما عدا ذلك كامل. ينبغي أن يحدّث قسم تقنية المعلومات Carrel على هذا الحاسوب.</numerusform>
            <numerusform>سجلان (%n) من خادم العيادة لم يمكن قراءتهما ولا يظهران هنا. وكل ما عدا ذلك كامل. ينبغي أن يحدّث قسم تقنية المعلومات Carrel على هذا الحاسوب.</numerusform>
            <numerusform>%n سجلات من خادم العيادة لم يمكن قراءتها ولا تظهر هنا. وكل ما عدا ذلك كامل. ينبغي أن يحدّث قسم تقنية المعلومات Carrel على هذا الحاسوب.</numerusform>
            <numerusform>%n سجلًا من خادم العيادة لم يمكن قراءتها ولا تظهر هنا. وكل ما عدا ذلك كامل. ينبغي أن يحدّث قسم تقنية المعلومات Carrel على هذا الحاسوب.</numerusform>
            <numerusform>%n سجل من خادم العيادة لم يمكن قراءتها ولا تظهر هنا. وكل ما عدا ذلك كامل. ينبغي أن يحدّث قسم تقنية المعلومات Carrel على هذا الحاسوب.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::kit::CodeField</name>
    <message>
        <source>Six digits from your authenticator app</source>
        <translation>ستة أرقام من تطبيق المصادقة لديك</translation>
    </message>
</context>
<context>
    <name>carrel::kit::ErrorTexts</name>
    <message>
        <source>Something in the form is not right. Check the entries and try again.</source>
        <translation>في النموذج شيء غير صحيح. تحقق من المدخلات وأعد المحاولة.</translation>
    </message>
    <message>
        <source>The entry “%1” is not right. Correct it and try again.</source>
        <translation>المدخل «%1» غير صحيح. صحّحه وأعد المحاولة.</translation>
    </message>
    <message>
        <source>This is no longer here, or you may not see it. Go back to the list and refresh it (F5).</source>
        <translation>لم يعد هذا موجودًا، أو لا يجوز لك الاطلاع عليه. عد إلى القائمة وحدّثها (F5).</translation>
    </message>
    <message>
        <source>This was stopped before it finished. Nothing was changed; start it again if you need it.</source>
        <translation>أُوقفت العملية قبل اكتمالها. لم يتغير شيء؛ ابدأها من جديد إذا احتجت إليها.</translation>
    </message>
    <message>
        <source>This cart was already sent for approval, so it cannot be changed. Start a new cart.</source>
        <translation>أُرسلت هذه السلة للاعتماد من قبل فلا يمكن تغييرها. ابدأ سلة جديدة.</translation>
    </message>
    <message>
        <source>This cart has no lines yet. Add a product before you send it for approval.</source>
        <translation>لا بنود في هذه السلة بعد. أضف منتجًا قبل إرسالها للاعتماد.</translation>
    </message>
    <message>
        <source>The refill day has passed. Choose today or a later day.</source>
        <translation>مضى يوم إعادة الصرف. اختر اليوم أو يومًا لاحقًا.</translation>
    </message>
    <message>
        <source>The order changed after it was shown. Read it again before you sign; nothing was signed.</source>
        <translation>تغيّر الطلب بعد عرضه. اقرأه من جديد قبل التوقيع؛ لم يُوقَّع شيء.</translation>
    </message>
    <message>
        <source>Someone else changed this first, so your change was not made. Look at it again and repeat your change if it is still needed.</source>
        <translation>غيّر شخص آخر هذا قبلك، فلم يُنفّذ تغييرك. راجعه من جديد وأعد تغييرك إن كان لا يزال لازمًا.</translation>
    </message>
    <message>
        <source>The clinic&apos;s system refused this by one of its rules. Nothing was changed; correct it or ask your manager.</source>
        <translation>رفض نظام العيادة هذا وفق إحدى قواعده. لم يتغير شيء؛ صحّحه أو اسأل مديرك.</translation>
    </message>
    <message>
        <source>The sign-in name or password is wrong. Check both and type them again.</source>
        <translation>اسم الدخول أو كلمة المرور غير صحيحة. تحقق منهما واكتبهما من جديد.</translation>
    </message>
    <message>
        <source>The six-digit code is wrong. Wait for the next code in your authenticator app and type it.</source>
        <translation>الرمز المكوّن من ستة أرقام غير صحيح. انتظر الرمز التالي في تطبيق المصادقة واكتبه.</translation>
    </message>
    <message>
        <source>This code was used already; each one works once. Wait for the next code and type that.</source>
        <translation>استُخدم هذا الرمز من قبل، وكل رمز يصلح مرة واحدة. انتظر الرمز التالي واكتبه.</translation>
    </message>
    <message>
        <source>Too many wrong tries. Wait half a minute, then try once more.</source>
        <translation>محاولات خاطئة كثيرة. انتظر نصف دقيقة، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again to go on; your drafts are kept.</source>
        <translation>انتهت جلستك. سجّل الدخول من جديد للمتابعة؛ مسوداتك محفوظة.</translation>
    </message>
    <message>
        <source>Your session is locked. Unlock it with your password to go on.</source>
        <translation>جلستك مقفلة. افتحها بكلمة مرورك للمتابعة.</translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask your clinic&apos;s administrator if you need it.</source>
        <translation>دورك لا يسمح بهذا. اسأل مسؤول النظام في عيادتك إذا احتجت إليه.</translation>
    </message>
    <message>
        <source>A six-digit code is needed as well. Open your authenticator app and type the code.</source>
        <translation>يلزم أيضًا رمز من ستة أرقام. افتح تطبيق المصادقة واكتب الرمز.</translation>
    </message>
    <message>
        <source>The clinic&apos;s server was not found. Check the network connection, then the server address with your IT support.</source>
        <translation>لم يُعثر على خادم العيادة. تحقق من اتصال الشبكة، ثم من عنوان الخادم مع الدعم التقني.</translation>
    </message>
    <message>
        <source>The server could not prove that it is your clinic&apos;s. Nothing was sent. Call your IT support before you go on.</source>
        <translation>لم يستطع الخادم إثبات أنه خادم عيادتك. لم يُرسل شيء. اتصل بالدعم التقني قبل المتابعة.</translation>
    </message>
    <message>
        <source>The clinic&apos;s server does not answer. You can go on with the data on this computer; try again in a moment.</source>
        <translation>خادم العيادة لا يستجيب. يمكنك المتابعة بالبيانات الموجودة على هذا الحاسوب؛ أعد المحاولة بعد لحظة.</translation>
    </message>
    <message>
        <source>The clinic&apos;s server is older than this program. Ask your IT support to update the server.</source>
        <translation>خادم العيادة أقدم من هذا البرنامج. اطلب من الدعم التقني تحديث الخادم.</translation>
    </message>
    <message>
        <source>The clinic&apos;s server took too long to answer. Try again in a moment.</source>
        <translation>استغرق خادم العيادة وقتًا طويلًا للرد. أعد المحاولة بعد لحظة.</translation>
    </message>
    <message>
        <source>The server&apos;s answer could not be understood. Try again; if it stays, tell your IT support.</source>
        <translation>تعذر فهم رد الخادم. أعد المحاولة؛ إذا استمر ذلك فأبلغ الدعم التقني.</translation>
    </message>
    <message>
        <source>This is too large to send. Make it shorter and try again.</source>
        <translation>هذا أكبر من أن يُرسل. اختصره وأعد المحاولة.</translation>
    </message>
    <message>
        <source>The data on this computer was written by a newer version of Carrel. Ask your IT support to update this program.</source>
        <translation>كُتبت البيانات على هذا الحاسوب بإصدار أحدث من Carrel. اطلب من الدعم التقني تحديث هذا البرنامج.</translation>
    </message>
    <message>
        <source>Carrel is already open with this data. Use the window that is open, or close it first.</source>
        <translation>برنامج Carrel مفتوح بهذه البيانات من قبل. استخدم النافذة المفتوحة، أو أغلقها أولًا.</translation>
    </message>
    <message>
        <source>This computer&apos;s disk is full. Free some space, then try again; what you typed is still here.</source>
        <translation>قرص هذا الحاسوب ممتلئ. أفرغ بعض المساحة ثم أعد المحاولة؛ ما كتبته لا يزال هنا.</translation>
    </message>
    <message>
        <source>This computer&apos;s disk could not be read or written. Try again; if it stays, tell your IT support.</source>
        <translation>تعذرت القراءة من قرص هذا الحاسوب أو الكتابة عليه. أعد المحاولة؛ إذا استمر ذلك فأبلغ الدعم التقني.</translation>
    </message>
    <message>
        <source>The time for reading without the server has run out. Connect to the network and sign in again.</source>
        <translation>انتهت مدة القراءة دون الخادم. اتصل بالشبكة وسجّل الدخول من جديد.</translation>
    </message>
    <message>
        <source>What you may see has changed, so the list is being loaded afresh. Wait a moment.</source>
        <translation>تغيّر ما يجوز لك الاطلاع عليه، لذا تُحمَّل القائمة من جديد. انتظر لحظة.</translation>
    </message>
    <message>
        <source>This computer&apos;s keychain is locked. Unlock it, then try again.</source>
        <translation>سلسلة مفاتيح هذا الحاسوب مقفلة. افتحها، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>This computer&apos;s keychain refused access. Allow Carrel in its settings, then try again.</source>
        <translation>رفضت سلسلة مفاتيح هذا الحاسوب الوصول. اسمح لبرنامج Carrel في إعداداتها، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>This computer has no keychain. You can go on online; nothing is kept on this computer.</source>
        <translation>لا توجد سلسلة مفاتيح على هذا الحاسوب. يمكنك المتابعة مع الاتصال؛ لا يُحفظ شيء على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Another keychain is in use than before. Switch back to it, or rebuild the data from the server.</source>
        <translation>سلسلة المفاتيح المستخدمة ليست السابقة. عد إلى السابقة، أو أعد بناء البيانات من الخادم.</translation>
    </message>
    <message>
        <source>The key in this computer&apos;s keychain is damaged. Rebuild the data from the server to go on.</source>
        <translation>المفتاح الموجود في سلسلة مفاتيح هذا الحاسوب تالف. أعد بناء البيانات من الخادم للمتابعة.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program (%1). Try again; if it stays, tell your IT support.</source>
        <translation>حدث خطأ داخل البرنامج (%1). أعد المحاولة؛ إذا استمر ذلك فأبلغ الدعم التقني.</translation>
    </message>
    <message>
        <source>It is not known yet whether this was done. Carrel is asking the server; do not do it again.</source>
        <translation>لا يُعرف بعد هل تم ذلك. يسأل Carrel الخادم؛ لا تكرّره.</translation>
    </message>
    <message>
        <source>Too many wrong codes were given for your account, so your authenticator&apos;s codes do not count any more. Ask your clinic&apos;s administrator to set it up anew.</source>
        <translation>أُدخلت رموز خاطئة كثيرة لحسابك، ولذلك لم تعد رموز تطبيق المصادقة لديك مقبولة. اطلب من مسؤول النظام في عيادتك إعداده من جديد.</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong tries. Wait %n seconds, then try once more.</source>
        <translation>
            <numerusform>محاولات خاطئة كثيرة. حاول مرة أخرى الآن.</numerusform>
            <numerusform>محاولات خاطئة كثيرة. انتظر ثانية واحدة، ثم حاول مرة أخرى.</numerusform>
            <numerusform>محاولات خاطئة كثيرة. انتظر ثانيتين، ثم حاول مرة أخرى.</numerusform>
            <numerusform>محاولات خاطئة كثيرة. انتظر %n ثوانٍ، ثم حاول مرة أخرى.</numerusform>
            <numerusform>محاولات خاطئة كثيرة. انتظر %n ثانية، ثم حاول مرة أخرى.</numerusform>
            <numerusform>محاولات خاطئة كثيرة. انتظر %n ثانية، ثم حاول مرة أخرى.</numerusform>
        </translation>
    </message>
    <message>
        <source>The copy of the clinic&apos;s data on this computer was damaged, so it is loaded again from the server. Wait a moment.</source>
        <translation>كانت نسخة بيانات العيادة على هذا الحاسوب تالفة، لذلك تُحمَّل من الخادم مجددًا. انتظر لحظة.</translation>
    </message>
    <message>
        <source>The file with what you did and is not sent yet is damaged. Nothing on the server is affected.</source>
        <translation>الملف الذي فيه ما قمت به ولم يُرسل بعد تالف. لم يتأثر شيء على الخادم.</translation>
    </message>
    <message>
        <source>The key does not open what is kept on this computer and not sent yet. Sign out and in again; if it stays, call your IT support.</source>
        <translation>لا يفتح المفتاح ما هو محفوظ على هذا الحاسوب ولم يُرسل بعد. سجّل الخروج ثم الدخول من جديد، وإن بقي الأمر فاتصل بالدعم التقني.</translation>
    </message>
    <message>
        <source>This computer does not let Carrel write into its own folder. Ask your IT support to allow it.</source>
        <translation>لا يسمح هذا الحاسوب لـ Carrel بالكتابة في مجلده. اطلب من الدعم التقني السماح بذلك.</translation>
    </message>
    <message>
        <source>The folder with the data saved on this computer cannot be read. Ask your IT support to give your account access to it, then try again.</source>
        <translation>تتعذر قراءة المجلد الذي يضم البيانات المحفوظة على هذا الحاسوب. اطلب من الدعم التقني منح حسابك حق الوصول إليه، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The key to the data saved on this computer was written by another version of Carrel. Ask your IT support to install that version.</source>
        <translation>كُتب مفتاح البيانات المحفوظة على هذا الحاسوب بإصدار آخر من Carrel. اطلب من الدعم التقني تثبيت ذلك الإصدار.</translation>
    </message>
</context>
<context>
    <name>carrel::kit::SecretEdit</name>
    <message>
        <source>Paste</source>
        <translation>لصق</translation>
    </message>
</context>
<context>
    <name>carrel::kit::SecretField</name>
    <message>
        <source>Show %1</source>
        <translation>إظهار %1</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>مفتاح الأحرف الكبيرة مفعّل</translation>
    </message>
</context>
<context>
    <name>carrel::operations::BoardModel</name>
    <message>
        <source>Not decided yet</source>
        <translation>لم يُبتّ فيه بعد</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>العيادة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>البنود</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>قُدّم</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>وقت البتّ</translation>
    </message>
    <message>
        <source>Turnaround</source>
        <translation>مدة الإنجاز</translation>
    </message>
</context>
<context>
    <name>carrel::operations::ClinicCard</name>
    <message>
        <source>%1 waiting</source>
        <translation>في الانتظار: %1</translation>
    </message>
    <message>
        <source>Oldest waits %1</source>
        <translation>أقدمها ينتظر منذ %1</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>لا شيء في الانتظار</translation>
    </message>
    <message>
        <source>All clinics together</source>
        <translation>كل العيادات معًا</translation>
    </message>
    <message>
        <source>Median turnaround %1</source>
        <translation>وسيط مدة الإنجاز: %1</translation>
    </message>
    <message>
        <source>No order decided yet</source>
        <translation>لم يُبتّ في أي طلب بعد</translation>
    </message>
    <message>
        <source>%1: orders by state</source>
        <translation>%1: الطلبات حسب الحالة</translation>
    </message>
</context>
<context>
    <name>carrel::operations::OperationsPage</name>
    <message>
        <source>Orders by reference</source>
        <translation>الطلبات حسب المرجع</translation>
    </message>
    <message>
        <source>Operations page</source>
        <translation>صفحة العمليات</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>العمليات</translation>
    </message>
    <message>
        <source>Operations board</source>
        <translation>لوحة العمليات</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>لا طلبات بعد</translation>
    </message>
    <message>
        <source>Figures appear here as soon as a clinic submits its first cart.</source>
        <translation>تظهر الأرقام هنا عندما تقدّم إحدى العيادات سلتها الأولى.</translation>
    </message>
    <message>
        <source>Board of orders</source>
        <translation>لوحة الطلبات</translation>
    </message>
    <message>
        <source>All clinics</source>
        <translation>كل العيادات</translation>
    </message>
    <message>
        <source>Orders by reference: the newest %1</source>
        <translation>الطلبات حسب المرجع: أحدث %1</translation>
    </message>
    <message>
        <source>Orders by reference: %1</source>
        <translation>الطلبات حسب المرجع: %1</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>Not loaded yet</source>
        <translation>لم يُحمَّل بعد</translation>
    </message>
</context>
<context>
    <name>carrel::operations::StateBar</name>
    <message>
        <source>No orders</source>
        <translation>لا طلبات</translation>
    </message>
</context>
<context>
    <name>carrel::orders::ChartSummary</name>
    <message>
        <source>Current medication</source>
        <translation>الأدوية الحالية</translation>
    </message>
    <message>
        <source>Allergies: %1</source>
        <translation>الحساسيات: %1</translation>
    </message>
    <message>
        <source>None recorded</source>
        <translation>لا شيء مسجل</translation>
    </message>
    <message>
        <source>Not available on this computer</source>
        <translation>غير متاح على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Current medication: %1</source>
        <translation>الأدوية الحالية: %1</translation>
    </message>
</context>
<context>
    <name>carrel::orders::Content</name>
    <message>
        <source>Drug</source>
        <translation>الدواء</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>التركيز</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>غير مذكور</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>الشكل الصيدلاني</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>الكمية</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>تعليمات الاستعمال</translation>
    </message>
    <message>
        <source>none given</source>
        <translation>لم تُذكر</translation>
    </message>
    <message>
        <source>Refills</source>
        <translation>مرات إعادة الصرف</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Earliest fill</source>
        <translation>أقرب موعد للصرف</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>فورًا</translation>
    </message>
    <message>
        <source>Controlled</source>
        <translation>خاضع للرقابة</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>schedule %1</source>
        <translation>الجدول %1</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>تاريخ الإصدار</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>version %1 of %2</source>
        <translation>النسخة %1 من %2</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>المؤسسة</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>العيادة</translation>
    </message>
    <message>
        <source>Clinic address</source>
        <translation>عنوان العيادة</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>غير مسجل</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>تاريخ الميلاد</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>الجنس</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Prescriber</source>
        <translation>الواصف</translation>
    </message>
    <message>
        <source>Prescriber address</source>
        <translation>عنوان الواصف</translation>
    </message>
    <message>
        <source>NPI</source>
        <translation>NPI</translation>
    </message>
    <message>
        <source>DEA</source>
        <translation>DEA</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>غير لازم</translation>
    </message>
</context>
<context>
    <name>carrel::orders::ContentView</name>
    <message>
        <source>Order to sign</source>
        <translation>الطلب المطلوب توقيعه</translation>
    </message>
    <message>
        <source>Line %1, </source>
        <translation>البند %1، </translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Taken out of the order: %1</source>
        <translation>أُخرج من الطلب: %1</translation>
    </message>
</context>
<context>
    <name>carrel::orders::DecisionPanel</name>
    <message>
        <source>A text in this order cannot be encoded, so it cannot be signed. Decline it and ask for a new one.</source>
        <translation>يتعذر ترميز أحد النصوص في هذا الطلب، فلا يمكن توقيعه. ارفضه واطلب طلبًا جديدًا.</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>موقّع</translation>
    </message>
    <message>
        <source>Signed, %1. Audit id %2.</source>
        <translation>تم التوقيع، %1. معرّف التدقيق %2.</translation>
    </message>
    <message>
        <source>The order is being fetched again.</source>
        <translation>يجري جلب الطلب من جديد.</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Declined on this computer. It goes to the server as soon as it answers.</source>
        <translation>رُفض على هذا الحاسوب. يُرسل الرفض إلى الخادم عندما يستجيب.</translation>
    </message>
    <message>
        <source>Declined, %1.</source>
        <translation>مرفوض، %1.</translation>
    </message>
    <message>
        <source>Not declined</source>
        <translation>لم يُرفض</translation>
    </message>
    <message>
        <source>Order %1 was not declined. %2</source>
        <translation>لم يُرفض الطلب %1. %2</translation>
    </message>
    <message>
        <source>Lines shown: %1, lines submitted: %2. They have to be the same, so this order cannot be signed. Decline it and ask for a new one.</source>
        <translation>البنود المعروضة: %1، البنود المقدَّمة: %2. يجب أن يتساويا، فلا يمكن توقيع هذا الطلب. ارفضه واطلب طلبًا جديدًا.</translation>
    </message>
    <message>
        <source>It is not known yet whether order %1, which you left, was signed. Carrel is asking the server. Do not sign it elsewhere.</source>
        <translation>لا يُعرف بعد هل وُقّع الطلب %1 الذي غادرته. يسأل Carrel الخادم. لا توقّعه في مكان آخر.</translation>
    </message>
    <message>
        <source>Order %1, which you left, is signed. Audit id %2.</source>
        <translation>الطلب %1 الذي غادرته موقَّع. معرّف التدقيق %2.</translation>
    </message>
    <message>
        <source>Order %1, which you left, changed or was decided before your signature arrived. Open it to see how it stands.</source>
        <translation>تغيّر الطلب %1 الذي غادرته أو بُتَّ فيه قبل وصول توقيعك. افتحه لترى حالته.</translation>
    </message>
    <message>
        <source>Order %1, which you left, was not signed. %2</source>
        <translation>لم يُوقَّع الطلب %1 الذي غادرته. %2</translation>
    </message>
</context>
<context>
    <name>carrel::orders::DeclinePanel</name>
    <message>
        <source>Decline order</source>
        <translation>رفض الطلب</translation>
    </message>
    <message>
        <source>Keep the order</source>
        <translation>الإبقاء على الطلب</translation>
    </message>
    <message>
        <source>Decline with a reason</source>
        <translation>الرفض مع ذكر السبب</translation>
    </message>
    <message>
        <source>Reason for declining</source>
        <translation>سبب الرفض</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>اختيار سبب</translation>
    </message>
    <message>
        <source>Note for declining</source>
        <translation>ملاحظة الرفض</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Choose a reason.</source>
        <translation>اختر سببًا.</translation>
    </message>
    <message>
        <source>Write a note that says why.</source>
        <translation>اكتب ملاحظة تبيّن السبب.</translation>
    </message>
    <message>
        <source>Note (needed)</source>
        <translation>ملاحظة (لازمة)</translation>
    </message>
    <message>
        <source>Note (optional)</source>
        <translation>ملاحظة (اختيارية)</translation>
    </message>
    <message numerus="yes">
        <source>The note has %n characters; at most %1 fit.</source>
        <translation>
            <numerusform>الملاحظة بلا أحرف، والحد الأقصى %1.</numerusform>
            <numerusform>في الملاحظة حرف واحد، والحد الأقصى %1.</numerusform>
            <numerusform>في الملاحظة حرفان، والحد الأقصى %1.</numerusform>
            <numerusform>في الملاحظة %n أحرف، والحد الأقصى %1.</numerusform>
            <numerusform>في الملاحظة %n حرفًا، والحد الأقصى %1.</numerusform>
            <numerusform>في الملاحظة %n حرف، والحد الأقصى %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::orders::FieldCell</name>
    <message>
        <source>new</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>was: %1</source>
        <translation>سابقًا: %1</translation>
    </message>
</context>
<context>
    <name>carrel::orders::OrderDetail</name>
    <message>
        <source>Order as last received</source>
        <translation>الطلب كما ورد آخر مرة</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>مرحلة الطلب</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>العيادة</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>قُدّم</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>وقت البتّ</translation>
    </message>
    <message>
        <source>Prescriber</source>
        <translation>الواصف</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Lines: %1</source>
        <translation>البنود: %1</translation>
    </message>
    <message>
        <source>refill day %1</source>
        <translation>يوم إعادة الصرف %1</translation>
    </message>
    <message>
        <source>dispense now</source>
        <translation>الصرف الآن</translation>
    </message>
    <message>
        <source>Line %1: %2, %3</source>
        <translation>البند %1: %2، %3</translation>
    </message>
    <message>
        <source>Your role sees the number of lines only.</source>
        <translation>يرى دورك عدد البنود فقط.</translation>
    </message>
</context>
<context>
    <name>carrel::orders::OrdersPage</name>
    <message>
        <source>Orders page</source>
        <translation>صفحة الطلبات</translation>
    </message>
</context>
<context>
    <name>carrel::orders::QueueModel</name>
    <message>
        <source>Controlled</source>
        <translation>خاضع للرقابة</translation>
    </message>
    <message>
        <source>Holds a controlled medicine</source>
        <translation>يحتوي دواءً خاضعًا للرقابة</translation>
    </message>
    <message>
        <source>Not controlled</source>
        <translation>غير خاضع للرقابة</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>العيادة</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>البنود</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>علامات</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>الانتظار</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
</context>
<context>
    <name>carrel::orders::QueueView</name>
    <message>
        <source>Orders</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Review order</source>
        <translation>مراجعة الطلب</translation>
    </message>
    <message>
        <source>Show order</source>
        <translation>عرض الطلب</translation>
    </message>
    <message>
        <source>Show orders: %1</source>
        <translation>عرض الطلبات: %1</translation>
    </message>
    <message>
        <source>Awaiting</source>
        <translation>بالانتظار</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>معتمد</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Orders by reference</source>
        <translation>الطلبات حسب المرجع</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>أكثر من %1</translation>
    </message>
    <message>
        <source>Approval queue: %1 waiting</source>
        <translation>قائمة الاعتماد: %1 في الانتظار</translation>
    </message>
    <message>
        <source>Orders: %1</source>
        <translation>الطلبات: %1</translation>
    </message>
    <message>
        <source>Nothing waits for approval</source>
        <translation>لا شيء ينتظر الاعتماد</translation>
    </message>
    <message>
        <source>Orders appear here as soon as a cart is submitted.</source>
        <translation>تظهر الطلبات هنا عند تقديم سلة.</translation>
    </message>
    <message>
        <source>No orders in this state</source>
        <translation>لا طلبات في هذه الحالة</translation>
    </message>
    <message>
        <source>Choose another state above, or another clinic.</source>
        <translation>اختر حالة أخرى في الأعلى، أو عيادة أخرى.</translation>
    </message>
    <message>
        <source>Sorted by waiting time, oldest first.</source>
        <translation>مرتبة حسب مدة الانتظار، الأقدم أولًا.</translation>
    </message>
    <message>
        <source>Sorted by submission, newest first.</source>
        <translation>مرتبة حسب التقديم، الأحدث أولًا.</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>حتى %1.</translation>
    </message>
</context>
<context>
    <name>carrel::orders::ResultPanel</name>
    <message>
        <source>Next order</source>
        <translation>الطلب التالي</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
</context>
<context>
    <name>carrel::orders::ReviewFrame</name>
    <message>
        <source>Order on screen</source>
        <translation>الطلب المعروض</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>القرار</translation>
    </message>
</context>
<context>
    <name>carrel::orders::ReviewView</name>
    <message>
        <source>Back to the list</source>
        <translation>العودة إلى القائمة</translation>
    </message>
    <message>
        <source>Skip to next</source>
        <translation>الانتقال إلى التالي</translation>
    </message>
    <message>
        <source>F4</source>
        <translation>F4</translation>
    </message>
    <message>
        <source>This order stays closed because the access could not be recorded. %1</source>
        <translation>يبقى هذا الطلب مغلقًا لأنه تعذر تسجيل الاطلاع عليه. %1</translation>
    </message>
    <message>
        <source>Opening the order…</source>
        <translation>يجري فتح الطلب…</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>الطلب %1</translation>
    </message>
    <message>
        <source>This order changed after it was shown to you, so nothing was signed. What changed is marked. Review it again before you sign.</source>
        <translation>تغيّر هذا الطلب بعد عرضه عليك، فلم يُوقَّع شيء. ما تغيّر معلَّم. راجعه من جديد قبل التوقيع.</translation>
    </message>
    <message>
        <source>This is the order as of %1, kept on this computer.</source>
        <translation>هذا هو الطلب حتى %1، كما هو محفوظ على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>This is the order as kept on this computer.</source>
        <translation>هذا هو الطلب كما هو محفوظ على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>الحالة: %1</translation>
    </message>
    <message>
        <source>This order was decided before your signature arrived. You did not sign it.</source>
        <translation>بُتَّ في هذا الطلب قبل وصول توقيعك. لم توقّعه أنت.</translation>
    </message>
    <message>
        <source>This order was decided meanwhile.</source>
        <translation>بُتَّ في هذا الطلب في هذه الأثناء.</translation>
    </message>
</context>
<context>
    <name>carrel::orders::SignPanel</name>
    <message>
        <source>Sign and send</source>
        <translation>توقيع وإرسال</translation>
    </message>
    <message>
        <source>Decline…</source>
        <translation>رفض…</translation>
    </message>
    <message>
        <source>Sign this order</source>
        <translation>توقيع هذا الطلب</translation>
    </message>
    <message>
        <source>Password for signing</source>
        <translation>كلمة المرور للتوقيع</translation>
    </message>
    <message>
        <source>Six-digit code for signing</source>
        <translation>رمز التوقيع المكوّن من ستة أرقام</translation>
    </message>
    <message>
        <source>Signs exactly what is shown (Alt+S goes to the password)</source>
        <translation>يوقّع ما هو معروض تمامًا (Alt+S ينقل إلى كلمة المرور)</translation>
    </message>
    <message>
        <source>Decline this order</source>
        <translation>رفض هذا الطلب</translation>
    </message>
    <message>
        <source>Alt+D</source>
        <translation>Alt+D</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>توقيع</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>كلمة مرورك</translation>
    </message>
    <message>
        <source>Six-digit code</source>
        <translation>رمز من ستة أرقام</translation>
    </message>
    <message>
        <source>Fingerprint of what is shown: %1</source>
        <translation>بصمة المعروض: %1</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>يجري التوقيع…</translation>
    </message>
</context>
<context>
    <name>carrel::orders::Text</name>
    <message>
        <source>Too many wrong tries. Nothing was signed. Wait half a minute, then try once more.</source>
        <translation>محاولات خاطئة كثيرة. لم يُوقَّع شيء. انتظر نصف دقيقة، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Signing needs the server. You can read; sign when Carrel is online again.</source>
        <translation>يحتاج التوقيع إلى الخادم. يمكنك القراءة؛ وقّع عندما يعود Carrel إلى الاتصال.</translation>
    </message>
    <message>
        <source>That password is wrong. Nothing was signed. Type your password and a code again.</source>
        <translation>كلمة المرور هذه غير صحيحة. لم يُوقَّع شيء. اكتب كلمة مرورك ورمزًا من جديد.</translation>
    </message>
    <message>
        <source>That code is wrong. Nothing was signed. Type your password and the code that your authenticator shows now.</source>
        <translation>هذا الرمز غير صحيح. لم يُوقَّع شيء. اكتب كلمة مرورك والرمز الذي يعرضه تطبيق المصادقة الآن.</translation>
    </message>
    <message>
        <source>That code was used already. Nothing was signed. Wait for the next code.</source>
        <translation>استُخدم هذا الرمز من قبل. لم يُوقَّع شيء. انتظر الرمز التالي.</translation>
    </message>
    <message>
        <source>You may not sign this order. Signing needs your NPI, a DEA number if a line is a controlled medicine, and this clinic; ask your administrator.</source>
        <translation>لا يجوز لك توقيع هذا الطلب. يتطلب التوقيع رقم NPI الخاص بك، ورقم DEA إذا كان أحد البنود دواءً خاضعًا للرقابة، وصلاحية على هذه العيادة؛ اسأل مسؤول النظام.</translation>
    </message>
    <message>
        <source>Signing needs the server, which could not prove that it is your clinic&apos;s. You can read; call your IT support.</source>
        <translation>يحتاج التوقيع إلى الخادم، ولم يستطع الخادم إثبات أنه خادم عيادتك. يمكنك القراءة؛ اتصل بالدعم التقني.</translation>
    </message>
    <message>
        <source>The server could not prove that it is your clinic&apos;s: call your IT support.</source>
        <translation>لم يستطع الخادم إثبات أنه خادم عيادتك: اتصل بالدعم التقني.</translation>
    </message>
    <message>
        <source>It is not known yet whether this order was signed. Carrel is asking the server. Do not sign it elsewhere.</source>
        <translation>لا يُعرف بعد هل وُقّع هذا الطلب. يسأل Carrel الخادم. لا توقّعه في مكان آخر.</translation>
    </message>
    <message>
        <source>It is not known whether this order was signed. Carrel asks the server again when you next sign in. Do not sign it elsewhere.</source>
        <translation>لا يُعرف هل وُقّع هذا الطلب. يسأل Carrel الخادم من جديد عند تسجيل دخولك القادم. لا توقّعه في مكان آخر.</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>لم يُعرف بعد</translation>
    </message>
    <message>
        <source>The server says that this order is not signed: your signature did not arrive. Type your password and a new code to sign it.</source>
        <translation>يفيد الخادم بأن هذا الطلب غير موقَّع: لم يصل توقيعك. اكتب كلمة مرورك ورمزًا جديدًا لتوقيعه.</translation>
    </message>
    <message>
        <source>This order has not as many lines as were submitted, so the server refused it. Nothing was signed. Decline it and ask for a new one.</source>
        <translation>عدد بنود هذا الطلب لا يساوي ما قُدِّم، فرفضه الخادم. لم يُوقَّع شيء. ارفضه واطلب طلبًا جديدًا.</translation>
    </message>
    <message>
        <source>Nothing was signed.</source>
        <translation>لم يُوقَّع شيء.</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong tries. Nothing was signed. Try again in %n seconds.</source>
        <translation>
            <numerusform>محاولات خاطئة كثيرة. لم يُوقَّع شيء. أعد المحاولة الآن.</numerusform>
            <numerusform>محاولات خاطئة كثيرة. لم يُوقَّع شيء. أعد المحاولة بعد ثانية واحدة.</numerusform>
            <numerusform>محاولات خاطئة كثيرة. لم يُوقَّع شيء. أعد المحاولة بعد ثانيتين.</numerusform>
            <numerusform>محاولات خاطئة كثيرة. لم يُوقَّع شيء. أعد المحاولة بعد %n ثوانٍ.</numerusform>
            <numerusform>محاولات خاطئة كثيرة. لم يُوقَّع شيء. أعد المحاولة بعد %n ثانية.</numerusform>
            <numerusform>محاولات خاطئة كثيرة. لم يُوقَّع شيء. أعد المحاولة بعد %n ثانية.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::patients::AppointmentSection</name>
    <message>
        <source>Check in</source>
        <translation>تسجيل الوصول</translation>
    </message>
    <message>
        <source>Today&apos;s appointment</source>
        <translation>موعد اليوم</translation>
    </message>
    <message>
        <source>None today.</source>
        <translation>لا موعد اليوم.</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 مع %2</translation>
    </message>
</context>
<context>
    <name>carrel::patients::ChartSection</name>
    <message>
        <source>Allergies</source>
        <translation>الحساسيات</translation>
    </message>
    <message>
        <source>Current medication</source>
        <translation>الأدوية الحالية</translation>
    </message>
    <message>
        <source>DOSE %1</source>
        <translation>الجرعة %1</translation>
    </message>
    <message>
        <source>Medication list unavailable.</source>
        <translation>قائمة الأدوية غير متاحة.</translation>
    </message>
    <message>
        <source>No current medication recorded.</source>
        <translation>لا أدوية حالية مسجلة.</translation>
    </message>
</context>
<context>
    <name>carrel::patients::NameDelegate</name>
    <message>
        <source>Namesake, born the same day</source>
        <translation>اسم مطابق وتاريخ الميلاد نفسه</translation>
    </message>
</context>
<context>
    <name>carrel::patients::PatientCard</name>
    <message>
        <source>Back to search</source>
        <translation>العودة إلى البحث</translation>
    </message>
    <message>
        <source>New cart</source>
        <translation>سلة جديدة</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>الاتصال</translation>
    </message>
    <message>
        <source>No phone number recorded</source>
        <translation>لا رقم هاتف مسجل</translation>
    </message>
    <message>
        <source>Phone %1</source>
        <translation>الهاتف %1</translation>
    </message>
    <message>
        <source>No e-mail address recorded</source>
        <translation>لا بريد إلكتروني مسجل</translation>
    </message>
    <message>
        <source>E-mail %1</source>
        <translation>البريد الإلكتروني %1</translation>
    </message>
    <message>
        <source>Clinic %1</source>
        <translation>العيادة %1</translation>
    </message>
    <message>
        <source>Provider %1</source>
        <translation>مقدّم الرعاية %1</translation>
    </message>
</context>
<context>
    <name>carrel::patients::PatientSearch</name>
    <message>
        <source>Find a patient</source>
        <translation>البحث عن مريض</translation>
    </message>
    <message>
        <source>Name, birth date, phone or reference</source>
        <translation>الاسم أو تاريخ الميلاد أو الهاتف أو المرجع</translation>
    </message>
    <message>
        <source>Reference, such as PT-7F3A4B</source>
        <translation>المرجع، مثل PT-7F3A4B</translation>
    </message>
    <message>
        <source>Patients found</source>
        <translation>المرضى الذين عُثر عليهم</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>المرضى</translation>
    </message>
    <message>
        <source>your clinics</source>
        <translation>عياداتك</translation>
    </message>
    <message>
        <source>Type a name, a birth date such as 09-Mar-1987, a phone number or a reference.</source>
        <translation>اكتب اسمًا أو تاريخ ميلاد مثل 09-Mar-1987 أو رقم هاتف أو مرجعًا.</translation>
    </message>
    <message>
        <source>Your role works with references: type one, such as PT-7F3A4B. Names, birth dates and phone numbers are not shown to you.</source>
        <translation>يعمل دورك بالمراجع: اكتب مرجعًا، مثل PT-7F3A4B. لا تُعرض لك الأسماء ولا تواريخ الميلاد ولا أرقام الهاتف.</translation>
    </message>
    <message>
        <source>The search was not done because it could not be recorded. Try again; if it stays, tell your IT support.</source>
        <translation>لم يُجرَ البحث لأنه تعذر تسجيله. أعد المحاولة؛ إذا استمر ذلك فأبلغ الدعم التقني.</translation>
    </message>
    <message>
        <source>No patient matches “%1” in %2.</source>
        <translation>لا مريض يطابق «%1» في %2.</translation>
    </message>
    <message>
        <source>Check the spelling, or search by birth date.</source>
        <translation>تحقق من الكتابة، أو ابحث بتاريخ الميلاد.</translation>
    </message>
    <message>
        <source>Check the reference: PT- and six letters or digits.</source>
        <translation>تحقق من المرجع: PT- ثم ستة أحرف أو أرقام.</translation>
    </message>
    <message>
        <source>%1 in %2.</source>
        <translation>%1 في %2.</translation>
    </message>
    <message>
        <source>%1 Choose one with the arrow keys, then press Enter.</source>
        <translation>%1 اختر واحدًا بمفاتيح الأسهم، ثم اضغط مفتاح الإدخال.</translation>
    </message>
    <message>
        <source>Searching what this computer knew at %1. New patients may be missing.</source>
        <translation>يجري البحث فيما عرفه هذا الحاسوب عند %1. قد ينقص المرضى الجدد.</translation>
    </message>
    <message>
        <source>Nothing has been loaded onto this computer yet.</source>
        <translation>لم يُحمَّل شيء إلى هذا الحاسوب بعد.</translation>
    </message>
    <message>
        <source>Offline: searching what this computer knew at %1. New patients may be missing.</source>
        <translation>دون اتصال: يجري البحث فيما عرفه هذا الحاسوب عند %1. قد ينقص المرضى الجدد.</translation>
    </message>
    <message>
        <source>Offline: nothing has been loaded onto this computer yet.</source>
        <translation>دون اتصال: لم يُحمَّل شيء إلى هذا الحاسوب بعد.</translation>
    </message>
    <message numerus="yes">
        <source>More than %n patients match</source>
        <translation>
            <numerusform>لا مريض مطابق</numerusform>
            <numerusform>أكثر من مريض واحد مطابق</numerusform>
            <numerusform>أكثر من مريضين مطابقين</numerusform>
            <numerusform>أكثر من %n مرضى مطابقين</numerusform>
            <numerusform>أكثر من %n مريضًا مطابقًا</numerusform>
            <numerusform>أكثر من %n مريض مطابق</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patients match</source>
        <translation>
            <numerusform>لا مريض مطابق</numerusform>
            <numerusform>مريض واحد مطابق</numerusform>
            <numerusform>مريضان مطابقان</numerusform>
            <numerusform>%n مرضى مطابقون</numerusform>
            <numerusform>%n مريضًا مطابقًا</numerusform>
            <numerusform>%n مريض مطابق</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::patients::PatientTableModel</name>
    <message>
        <source>Same name and birth date as another patient: check a second identifier</source>
        <translation>الاسم وتاريخ الميلاد مطابقان لمريض آخر: تحقق من معرّف ثانٍ</translation>
    </message>
    <message>
        <source>Name not shown</source>
        <translation>الاسم غير معروض</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>غير مسجل</translation>
    </message>
    <message>
        <source>Born %1</source>
        <translation>تاريخ الميلاد %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>تاريخ الميلاد</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>العيادة</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>مقدّم الرعاية</translation>
    </message>
</context>
<context>
    <name>carrel::patients::PatientsPage</name>
    <message>
        <source>Patients</source>
        <translation>المرضى</translation>
    </message>
    <message>
        <source>This patient is no longer among those you may see. Search again, or ask your manager.</source>
        <translation>لم يعد هذا المريض بين من يجوز لك الاطلاع عليهم. ابحث من جديد، أو اسأل مديرك.</translation>
    </message>
    <message>
        <source>The card was not opened because the view could not be recorded. Try again; if it stays, tell your IT support.</source>
        <translation>لم تُفتح البطاقة لأنه تعذر تسجيل الاطلاع عليها. أعد المحاولة؛ إذا استمر ذلك فأبلغ الدعم التقني.</translation>
    </message>
    <message>
        <source>Opening the patient’s card…</source>
        <translation>يجري فتح بطاقة المريض…</translation>
    </message>
</context>
<context>
    <name>carrel::patients::WorkSection</name>
    <message>
        <source>Carts</source>
        <translation>السلال</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Cart %1</source>
        <translation>السلة %1</translation>
    </message>
    <message>
        <source>%1, changed %2 ago</source>
        <translation>%1، آخر تغيير منذ %2</translation>
    </message>
    <message>
        <source>Open cart %1</source>
        <translation>فتح السلة %1</translation>
    </message>
    <message>
        <source>No carts yet.</source>
        <translation>لا سلال بعد.</translation>
    </message>
    <message>
        <source>%1, submitted %2</source>
        <translation>%1، قُدّم %2</translation>
    </message>
    <message>
        <source>Open order %1</source>
        <translation>فتح الطلب %1</translation>
    </message>
    <message>
        <source>No orders yet.</source>
        <translation>لا طلبات بعد.</translation>
    </message>
    <message>
        <source>Showing the newest %1.</source>
        <translation>المعروض أحدث %1.</translation>
    </message>
    <message>
        <source>Open order</source>
        <translation>فتح الطلب</translation>
    </message>
    <message>
        <source>Open cart</source>
        <translation>فتح السلة</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>لا بنود</numerusform>
            <numerusform>بند واحد</numerusform>
            <numerusform>بندان</numerusform>
            <numerusform>%n بنود</numerusform>
            <numerusform>%n بندًا</numerusform>
            <numerusform>%n بند</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::schedule::AppointmentModel</name>
    <message>
        <source>%1 min</source>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1، %2، %3، %4</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>الزيارة</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>مقدّم الرعاية</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>العيادة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
</context>
<context>
    <name>carrel::schedule::SchedulePage</name>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>جدول المواعيد</translation>
    </message>
    <message>
        <source>Previous day</source>
        <translation>اليوم السابق</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>اليوم التالي</translation>
    </message>
    <message>
        <source>Show states</source>
        <translation>عرض الحالات</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>كل الحالات</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>المواعيد</translation>
    </message>
    <message numerus="yes">
        <source>%n appointments</source>
        <translation>
            <numerusform>لا مواعيد</numerusform>
            <numerusform>موعد واحد</numerusform>
            <numerusform>موعدان</numerusform>
            <numerusform>%n مواعيد</numerusform>
            <numerusform>%n موعدًا</numerusform>
            <numerusform>%n موعد</numerusform>
        </translation>
    </message>
    <message>
        <source>None in this state</source>
        <translation>لا شيء في هذه الحالة</translation>
    </message>
    <message>
        <source>Choose “All states” to see the others.</source>
        <translation>اختر «كل الحالات» لرؤية البقية.</translation>
    </message>
    <message>
        <source>The schedule is not loaded yet</source>
        <translation>لم يُحمَّل جدول المواعيد بعد</translation>
    </message>
    <message>
        <source>It appears here as soon as the clinic&apos;s server has sent it.</source>
        <translation>يظهر هنا عندما يرسله خادم العيادة.</translation>
    </message>
    <message>
        <source>No appointments on this day</source>
        <translation>لا مواعيد في هذا اليوم</translation>
    </message>
    <message>
        <source>Choose another day, or another clinic at the top.</source>
        <translation>اختر يومًا آخر، أو عيادة أخرى في الأعلى.</translation>
    </message>
</context>
<context>
    <name>carrel::schedule::VisitCard</name>
    <message>
        <source>No appointment chosen</source>
        <translation>لم يُختر موعد</translation>
    </message>
    <message>
        <source>Choose one in the list to see who it is and check them in.</source>
        <translation>اختر موعدًا من القائمة لترى صاحبه وتسجّل وصوله.</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>الجنس</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>الزيارة</translation>
    </message>
    <message>
        <source>You work with references here. Showing the name is recorded with your name and the purpose check-in; it hides again after 60 seconds.</source>
        <translation>أنت تعمل هنا بالمراجع. يُسجَّل إظهار الاسم مع اسمك ومع غرض تسجيل الوصول، ثم يُخفى من جديد بعد 60 ثانية.</translation>
    </message>
    <message>
        <source>Reveal name for check-in</source>
        <translation>إظهار الاسم لتسجيل الوصول</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>تسجيل الوصول</translation>
    </message>
    <message>
        <source>Open patient</source>
        <translation>فتح ملف المريض</translation>
    </message>
    <message>
        <source>Start cart</source>
        <translation>بدء سلة</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 min
%4</source>
        <translation>%1 · %2 · %3 د
%4</translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::BrandPanel</name>
    <message>
        <source>Carrel, product mark</source>
        <translation>Carrel، شعار المنتج</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>الخادم: %1</translation>
    </message>
    <message>
        <source>The clinic workstation</source>
        <translation>محطة عمل العيادة</translation>
    </message>
    <message>
        <source>What is kept on this computer is encrypted and opens only for you.</source>
        <translation>كل ما يُحفظ على هذا الحاسوب مشفّر ولا يُفتح إلا لك.</translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::CodePage</name>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Use another account</source>
        <translation>استخدام حساب آخر</translation>
    </message>
    <message>
        <source>Open your authenticator app and type the six digits that it shows for Carrel.</source>
        <translation>افتح تطبيق المصادقة واكتب الأرقام الستة التي يعرضها لبرنامج Carrel.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Confirm that it is you</source>
        <translation>أكّد هويتك</translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::CredentialsPage</name>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>اسم الدخول</translation>
    </message>
    <message>
        <source>name@clinic.example</source>
        <translation>name@clinic.example</translation>
    </message>
    <message>
        <source>Use the account that your clinic gave you.</source>
        <translation>استخدم الحساب الذي أعطتك إياه عيادتك.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>مرحبًا</translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::KeychainPage</name>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Go on without saving on this computer</source>
        <translation>المتابعة دون الحفظ على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Cancel sign-in</source>
        <translation>إلغاء تسجيل الدخول</translation>
    </message>
    <message>
        <source>Your password, for whichever way you choose</source>
        <translation>كلمة مرورك، أيًّا كانت الطريقة التي تختارها</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>كلمة المرور مرة أخرى</translation>
    </message>
    <message>
        <source>The password is wrong. Check Caps Lock and type it again.</source>
        <translation>كلمة المرور غير صحيحة. تحقق من مفتاح الأحرف الكبيرة واكتبها من جديد.</translation>
    </message>
    <message>
        <source>Your earlier password, the one before the change</source>
        <translation>كلمة مرورك السابقة، أي التي كانت قبل التغيير</translation>
    </message>
    <message>
        <source>Earlier password</source>
        <translation>كلمة المرور السابقة</translation>
    </message>
    <message>
        <source>Open with the earlier password</source>
        <translation>الفتح بكلمة المرور السابقة</translation>
    </message>
    <message>
        <source>Set the copy aside…</source>
        <translation>وضع النسخة جانبًا…</translation>
    </message>
    <message>
        <source>Set aside and start</source>
        <translation>وضعها جانبًا والبدء</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>تركها كما هي</translation>
    </message>
    <message>
        <source>The copy stays on this computer, with what was entered here and not yet sent to the clinic’s server, but Carrel no longer uses or sends any of it. Everything else is loaded again. Tell IT if something was not sent.</source>
        <translation>تبقى النسخة على هذا الحاسوب، ومعها ما أُدخل هنا ولم يُرسل بعد إلى خادم العيادة، لكن Carrel لا يستخدم منها شيئًا ولا يرسله بعد ذلك. وكل ما عداه يُحمَّل من جديد. أبلغ قسم تقنية المعلومات إذا كان هناك ما لم يُرسل.</translation>
    </message>
    <message>
        <source>This earlier password does not open the saved copy. Check Caps Lock and type it again, or try the one before it.</source>
        <translation>كلمة المرور السابقة هذه لا تفتح النسخة المحفوظة. تحقق من مفتاح الأحرف الكبيرة واكتبها من جديد، أو جرّب التي قبلها.</translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::KeychainText</name>
    <message>
        <source>Your keychain is locked</source>
        <translation>سلسلة المفاتيح مقفلة</translation>
    </message>
    <message>
        <source>Half of the key to the copy saved on this computer lies in the keychain of the operating system, and that is locked. Unlock it in the window that asks for its password, then try again.</source>
        <translation>نصف مفتاح النسخة المحفوظة على هذا الحاسوب موجود في سلسلة مفاتيح نظام التشغيل، وهي مقفلة. افتحها في النافذة التي تطلب كلمة مرورها، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Your keychain refused Carrel</source>
        <translation>رفضت سلسلة المفاتيح برنامج Carrel</translation>
    </message>
    <message>
        <source>The keychain answered that Carrel may not read its entry. Allow Carrel in the keychain’s settings, then try again. Nothing that is saved was changed.</source>
        <translation>أجابت سلسلة المفاتيح بأنه لا يجوز لبرنامج Carrel قراءة قيده. اسمح لبرنامج Carrel في إعدادات سلسلة المفاتيح، ثم أعد المحاولة. لم يتغير شيء من المحفوظ.</translation>
    </message>
    <message>
        <source>This computer has no keychain</source>
        <translation>لا توجد سلسلة مفاتيح على هذا الحاسوب</translation>
    </message>
    <message>
        <source>No keychain service is running, so Carrel has no safe place for its half of the key and saves nothing here. Ask IT to start the keychain service (on Linux the Secret Service), then try again.</source>
        <translation>لا تعمل أي خدمة لسلسلة المفاتيح، فليس لدى Carrel مكان آمن لنصفه من المفتاح ولا يحفظ هنا شيئًا. اطلب من قسم تقنية المعلومات تشغيل خدمة سلسلة المفاتيح (وهي Secret Service في Linux)، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Another keychain than before</source>
        <translation>سلسلة مفاتيح مختلفة عن السابقة</translation>
    </message>
    <message>
        <source>The saved key is damaged</source>
        <translation>المفتاح المحفوظ تالف</translation>
    </message>
    <message>
        <source>Your password has changed</source>
        <translation>تغيّرت كلمة مرورك</translation>
    </message>
    <message>
        <source>The saved copy cannot be opened</source>
        <translation>لا يمكن فتح النسخة المحفوظة</translation>
    </message>
    <message>
        <source>The copy of the clinic’s data on this computer is damaged or cannot be read. It was left as it is, and nothing on the clinic’s server is affected. You can work without it now; ask IT to remove it (carrelctl purge), so that it is loaded afresh.</source>
        <translation>نسخة بيانات العيادة على هذا الحاسوب تالفة أو تتعذر قراءتها. تُركت كما هي، ولم يتأثر شيء على خادم العيادة. يمكنك العمل من دونها الآن؛ اطلب من قسم تقنية المعلومات إزالتها (carrelctl purge) كي تُحمَّل من جديد.</translation>
    </message>
    <message>
        <source>The key to the saved copy lies in another keychain than the one that is running now. Start the earlier one and try again, or set the copy aside: it is kept, and a fresh one is loaded from the clinic’s server.</source>
        <translation>مفتاح النسخة المحفوظة موجود في سلسلة مفاتيح غير التي تعمل الآن. شغّل السلسلة السابقة وأعد المحاولة، أو ضع النسخة جانبًا: تبقى محفوظة، وتُحمَّل نسخة جديدة من خادم العيادة.</translation>
    </message>
    <message>
        <source>The key file on this computer or its keychain entry is missing or was altered, so the saved copy cannot be opened. Tell IT if this comes as a surprise. You can set the copy aside: it is kept, and a fresh one is loaded from the clinic’s server.</source>
        <translation>ملف المفتاح على هذا الحاسوب أو قيده في سلسلة المفاتيح مفقود أو مُعدَّل، فلا يمكن فتح النسخة المحفوظة. أبلغ قسم تقنية المعلومات إذا كان ذلك مفاجئًا لك. يمكنك وضع النسخة جانبًا: تبقى محفوظة، وتُحمَّل نسخة جديدة من خادم العيادة.</translation>
    </message>
    <message>
        <source>The copy saved on this computer was closed with your earlier password, and the new one does not open it. Give the earlier one once when you sign in: nothing is lost, and from then on the new one opens it. If you no longer know it, you can set the copy aside: it is kept, and a fresh one is loaded from the clinic’s server.</source>
        <translation>أُغلقت النسخة المحفوظة على هذا الحاسوب بكلمة مرورك السابقة، والجديدة لا تفتحها. اكتب السابقة مرة واحدة عند تسجيل الدخول: لا يضيع شيء، ومن بعدها تفتحها الجديدة. وإذا نسيتها فيمكنك وضع النسخة جانبًا: تبقى محفوظة، وتُحمَّل نسخة جديدة من خادم العيادة.</translation>
    </message>
    <message>
        <source>The folder of your saved copy cannot be read</source>
        <translation>تتعذر قراءة مجلد نسختك المحفوظة</translation>
    </message>
    <message>
        <source>The copy of the clinic’s data may well be on this computer, but Carrel cannot look into its folder: the disk may be away, or your account may not open it. Nothing was changed. Connect the disk or ask IT to give your account access to the folder, then try again.</source>
        <translation>قد تكون نسخة بيانات العيادة موجودة على هذا الحاسوب، لكن Carrel لا يستطيع الاطلاع على مجلدها: ربما يكون القرص غير متصل، أو لا يُسمح لحسابك بفتحه. لم يتغير شيء. وصّل القرص أو اطلب من قسم تقنية المعلومات منح حسابك حق الوصول إلى المجلد، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The saved key is of another version</source>
        <translation>المفتاح المحفوظ من إصدار آخر</translation>
    </message>
    <message>
        <source>The key to the copy saved on this computer was written by another version of Carrel, and this one cannot read it. It was left as it is. Ask IT to install that version, or set the copy aside: it is kept, and a fresh one is loaded from the clinic’s server.</source>
        <translation>كُتب مفتاح النسخة المحفوظة على هذا الحاسوب بإصدار آخر من Carrel، وهذا الإصدار لا يستطيع قراءته. تُرك كما هو. اطلب من قسم تقنية المعلومات تثبيت ذلك الإصدار، أو ضع النسخة جانبًا: تبقى محفوظة، وتُحمَّل نسخة جديدة من خادم العيادة.</translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::LockNotice</name>
    <message>
        <source>You locked, %1</source>
        <translation>قفلتها أنت، %1</translation>
    </message>
    <message>
        <source>Locked together with this computer’s screen, %1</source>
        <translation>قُفلت مع شاشة هذا الحاسوب، %1</translation>
    </message>
    <message>
        <source>Locked because this computer went to sleep, %1</source>
        <translation>قُفلت لأن هذا الحاسوب دخل في وضع السكون، %1</translation>
    </message>
    <message>
        <source>Locked because another person used this computer, %1</source>
        <translation>قُفلت لأن شخصًا آخر استخدم هذا الحاسوب، %1</translation>
    </message>
    <message>
        <source>Locked by the clinic’s server, %1</source>
        <translation>قفلها خادم العيادة، %1</translation>
    </message>
    <message>
        <source>The workstation stopped unexpectedly, %1; nothing was lost</source>
        <translation>توقفت محطة العمل على نحو غير متوقع، %1؛ لم يُفقد شيء</translation>
    </message>
    <message numerus="yes">
        <source>Locked after %n minutes without activity, %1</source>
        <translation>
            <numerusform>قُفلت دون نشاط، %1</numerusform>
            <numerusform>قُفلت بعد دقيقة واحدة دون نشاط، %1</numerusform>
            <numerusform>قُفلت بعد دقيقتين دون نشاط، %1</numerusform>
            <numerusform>قُفلت بعد %n دقائق دون نشاط، %1</numerusform>
            <numerusform>قُفلت بعد %n دقيقة دون نشاط، %1</numerusform>
            <numerusform>قُفلت بعد %n دقيقة دون نشاط، %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Locked after %n seconds without activity, %1</source>
        <translation>
            <numerusform>قُفلت دون نشاط، %1</numerusform>
            <numerusform>قُفلت بعد ثانية واحدة دون نشاط، %1</numerusform>
            <numerusform>قُفلت بعد ثانيتين دون نشاط، %1</numerusform>
            <numerusform>قُفلت بعد %n ثوانٍ دون نشاط، %1</numerusform>
            <numerusform>قُفلت بعد %n ثانية دون نشاط، %1</numerusform>
            <numerusform>قُفلت بعد %n ثانية دون نشاط، %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::LockScreen</name>
    <message>
        <source>Server: %1</source>
        <translation>الخادم: %1</translation>
    </message>
    <message>
        <source>The password is wrong. Check Caps Lock and type it again.</source>
        <translation>كلمة المرور غير صحيحة. تحقق من مفتاح الأحرف الكبيرة واكتبها من جديد.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>فتح القفل</translation>
    </message>
    <message>
        <source>Go on without saving on this computer</source>
        <translation>المتابعة دون الحفظ على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Sign in as someone else</source>
        <translation>تسجيل الدخول باسم شخص آخر</translation>
    </message>
    <message>
        <source>Carrel – locked</source>
        <translation>Carrel – مقفل</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Unlocking was interrupted, so it starts again.</source>
        <translation>انقطع فتح القفل، لذلك يبدأ من جديد.</translation>
    </message>
    <message numerus="yes">
        <source>The password is wrong. After %n more wrong tries you have to sign in again.</source>
        <translation>
            <numerusform>كلمة المرور غير صحيحة. عليك تسجيل الدخول من جديد.</numerusform>
            <numerusform>كلمة المرور غير صحيحة. بعد محاولة خاطئة أخرى يلزمك تسجيل الدخول من جديد.</numerusform>
            <numerusform>كلمة المرور غير صحيحة. بعد محاولتين خاطئتين أخريين يلزمك تسجيل الدخول من جديد.</numerusform>
            <numerusform>كلمة المرور غير صحيحة. بعد %n محاولات خاطئة أخرى يلزمك تسجيل الدخول من جديد.</numerusform>
            <numerusform>كلمة المرور غير صحيحة. بعد %n محاولة خاطئة أخرى يلزمك تسجيل الدخول من جديد.</numerusform>
            <numerusform>كلمة المرور غير صحيحة. بعد %n محاولة خاطئة أخرى يلزمك تسجيل الدخول من جديد.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::OpeningPage</name>
    <message>
        <source>The copy saved on this computer is being unlocked.</source>
        <translation>يجري فتح النسخة المحفوظة على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Opening your workspace…</source>
        <translation>يجري فتح مساحة عملك…</translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::ProblemWindow</name>
    <message>
        <source>Carrel – cannot start</source>
        <translation>Carrel – يتعذر التشغيل</translation>
    </message>
    <message>
        <source>For IT</source>
        <translation>لقسم تقنية المعلومات</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::ProgressLine</name>
    <message>
        <source>In progress</source>
        <translation>العملية جارية</translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::SignInErrors</name>
    <message>
        <source>The clinic&apos;s server does not answer. Check the network connection and try again in a moment; if it stays, call your IT support.</source>
        <translation>خادم العيادة لا يستجيب. تحقق من اتصال الشبكة وأعد المحاولة بعد لحظة؛ إذا استمر ذلك فاتصل بالدعم التقني.</translation>
    </message>
    <message>
        <source>This sign-in took too long and has ended. Start again with your password.</source>
        <translation>استغرق تسجيل الدخول هذا وقتًا طويلًا فانتهى. ابدأ من جديد بكلمة مرورك.</translation>
    </message>
    <message>
        <source>This account may not use the workstation. Ask your clinic&apos;s administrator.</source>
        <translation>لا يجوز لهذا الحساب استخدام محطة العمل. اسأل مسؤول النظام في عيادتك.</translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::SignInWindow</name>
    <message>
        <source>Carrel – sign in</source>
        <translation>Carrel – تسجيل الدخول</translation>
    </message>
    <message>
        <source>Signing in was interrupted, so it starts again.</source>
        <translation>انقطع تسجيل الدخول، لذلك يبدأ من جديد.</translation>
    </message>
</context>
<context>
    <name>carrel::work::CheckIn</name>
    <message>
        <source>Checked in. The server will confirm as soon as it answers.</source>
        <translation>سُجّل الوصول. سيؤكده الخادم عندما يستجيب.</translation>
    </message>
    <message>
        <source>Checked in and confirmed by the server.</source>
        <translation>سُجّل الوصول وأكده الخادم.</translation>
    </message>
</context>
<context>
    <name>carrel::workspace::Pages</name>
    <message>
        <source>Schedule</source>
        <translation>جدول المواعيد</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>المرضى</translation>
    </message>
    <message>
        <source>Carts</source>
        <translation>السلال</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>الاعتمادات</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>العمليات</translation>
    </message>
</context>
<context>
    <name>carrel::workspace::Workspace</name>
    <message>
        <source>Nothing is kept on this computer: it has no usable keychain. What you do is sent at once; a lock forgets what was not sent.</source>
        <translation>لا يُحفظ شيء على هذا الحاسوب، إذ لا توجد فيه سلسلة مفاتيح صالحة. يُرسل ما تفعله فورًا؛ والقفل يُسقط ما لم يُرسل.</translation>
    </message>
    <message>
        <source>The server does not accept this computer&apos;s record of what was done. The record is kept here, and you can go on working. Call your IT support.</source>
        <translation>لا يقبل الخادم سجل هذا الحاسوب لما جرى من أعمال. السجل محفوظ هنا، ويمكنك متابعة العمل. اتصل بالدعم التقني.</translation>
    </message>
    <message numerus="yes">
        <source>%n unsent action(s) kept.</source>
        <translation>
            <numerusform>لم يُحتفظ بأي إجراء غير مرسل.</numerusform>
            <numerusform>احتُفظ بإجراء واحد غير مرسل.</numerusform>
            <numerusform>احتُفظ بإجراءين غير مرسلين.</numerusform>
            <numerusform>احتُفظ بـ %n إجراءات غير مرسلة.</numerusform>
            <numerusform>احتُفظ بـ %n إجراءً غير مرسل.</numerusform>
            <numerusform>احتُفظ بـ %n إجراء غير مرسل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) kept.</source>
        <translation>
            <numerusform>لم يُحتفظ بأي مسودة.</numerusform>
            <numerusform>احتُفظ بمسودة واحدة.</numerusform>
            <numerusform>احتُفظ بمسودتين.</numerusform>
            <numerusform>احتُفظ بـ %n مسودات.</numerusform>
            <numerusform>احتُفظ بـ %n مسودة.</numerusform>
            <numerusform>احتُفظ بـ %n مسودة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) could not be read.</source>
        <translation>
            <numerusform>قُرئت كل السجلات.</numerusform>
            <numerusform>تعذّرت قراءة سجل واحد.</numerusform>
            <numerusform>تعذّرت قراءة سجلين.</numerusform>
            <numerusform>تعذّرت قراءة %n سجلات.</numerusform>
            <numerusform>تعذّرت قراءة %n سجلًا.</numerusform>
            <numerusform>تعذّرت قراءة %n سجل.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check today&apos;s work. The damaged file stays on this computer.</source>
        <translation>راجع عمل اليوم. يبقى الملف التالف على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>An older copy of what was not sent from this computer was put back, so actions may be missing. Check your work of today, and call your IT support.</source>
        <translation>أُعيدت نسخة أقدم مما لم يُرسل من هذا الحاسوب، فقد تكون إجراءات مفقودة. راجع عملك اليوم واتصل بالدعم التقني.</translation>
    </message>
</context>
</TS>
