@echo off
rem Starts Hearth on a Java 25: HEARTH_JAVA, then JAVA_HOME, then the PATH.
setlocal
set "java=%HEARTH_JAVA%"
if not defined java if defined JAVA_HOME findstr /b /c:"JAVA_VERSION=\"25" "%JAVA_HOME%\release" >nul 2>nul && set "java=%JAVA_HOME%\bin\java.exe"
if not defined java for /f "delims=" %%j in ('where java 2^>nul') do if not defined java findstr /b /c:"JAVA_VERSION=\"25" "%%~dpj..\release" >nul 2>nul && set "java=%%j"
if not defined java (
  echo hearth: no Java 25 found. Install a JDK 25 ^(for example Temurin^), or set JAVA_HOME or HEARTH_JAVA. 1>&2
  exit /b 1
)
"%java%" @jvm.flags@ -XX:+UseSerialGC -XX:TieredStopAtLevel=1 %HEARTH_JVM_OPTIONS% -cp "%~dp0..\lib\*" @main.class@ %*
exit /b %ERRORLEVEL%
